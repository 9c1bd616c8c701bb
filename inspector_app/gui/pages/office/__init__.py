"""Head office: receive files, know the laptops, read the tables."""
