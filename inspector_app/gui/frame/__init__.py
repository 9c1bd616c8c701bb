"""The parts of the window around a page; each is fed with plain frozen facts and decides nothing."""
