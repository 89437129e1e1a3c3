"""What all tests share: properties are tried on the same examples everywhere, and no test is judged by the clock.

``pytest --hypothesis-seed=N`` with the profile "wandering" looks for new examples.
"""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("wandering", deadline=None)
settings.load_profile("house")
