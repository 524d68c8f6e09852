"""What a person is told of paths, of the article and of confidence, in both languages; knows no matcher and no screen."""
