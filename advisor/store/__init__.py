"""What a person would miss: talks, questions, progress, what was taught; kept on disk behind one interface."""
