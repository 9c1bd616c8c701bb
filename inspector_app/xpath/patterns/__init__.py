"""Regular expressions as ODK's clients read them (Java's dialect), in time that no pattern can blow up.

Python's own engine reads another dialect (Unicode digits, no ``\\p{L}``, no ``&&``) and takes ages over
``(a+)+``. Here a pattern is read by Java's rules. Where the number of ways it can be tried is provably small
Python's engine runs it; where it is not, a machine runs it that visits no state twice, so that the work grows
with the length of pattern times text; and a count of steps ends what even that cannot bound.
"""
