"""Fields that two laptops changed without knowing of one another: chosen by a person, one by one."""
