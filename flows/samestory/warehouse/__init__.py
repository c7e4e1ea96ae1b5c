"""The warehouse file: its tables, loading, publishing, and questions to it."""
