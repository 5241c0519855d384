"""How fast ``kg`` is and how much memory it takes: ``python -m bench``.

Every figure stands beside a floor that is measured in the same run on the same machine, because a ratio can
be compared between machines and a time cannot. Nothing here passes or fails: the tests check only that the
benchmark runs.
"""
