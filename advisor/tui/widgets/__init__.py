"""The things that a person sees and touches; none of them knows the application."""
