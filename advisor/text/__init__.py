"""Reading and setting text: folding, words, repair, language, typography; knows no topic and no screen."""
