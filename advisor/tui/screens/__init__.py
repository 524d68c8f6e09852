"""The screens: the talk, and the lists and texts that open over it."""
