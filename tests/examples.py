"""How many examples Hypothesis tries: all of them in `.ci/run`, and a tenth in the default run."""

from hypothesis import settings

settings.register_profile("all", max_examples=100, deadline=None)
settings.register_profile("tenth", max_examples=10, deadline=None)


def examples(number: int) -> settings:
    """Settings for a property that is worth `number` examples; the profile sets the percentage that runs."""
    return settings(max_examples=number * settings().max_examples // 100)
