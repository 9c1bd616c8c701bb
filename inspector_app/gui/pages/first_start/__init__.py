"""First start: make a profile with its recovery sheet, or open the example to practise on."""
