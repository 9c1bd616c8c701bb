"""One filled copy of a form as a tree of nodes, with repeat instances that keep their ids."""
