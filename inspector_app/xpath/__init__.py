"""XPath as ODK XForms uses it: lexer, parser, closures, functions; knows no form."""
