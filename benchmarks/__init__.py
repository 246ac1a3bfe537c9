"""What the pipeline costs beside what people use today; see README.md."""
