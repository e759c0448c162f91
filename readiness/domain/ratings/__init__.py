"""What several people say to one question: counted, compared, shown without telling on anyone."""
