"""XLSForm in, XForm out: the only room that imports pyxform."""
