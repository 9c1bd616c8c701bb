"""The letter: a preview that follows the typing, its text twin, saving, printing, issuing."""
