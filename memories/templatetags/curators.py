"""Numbers and times in the admin's templates."""

import datetime

from django import template
from django.utils.safestring import SafeString

from memories.admin import page, rendering

register = template.Library()


@register.filter
def size(count: float) -> str:
    return rendering.size(count)


@register.filter
def moment(when: datetime.datetime) -> SafeString:
    return page.moment(when)


@register.filter
def percent(share: float) -> str:
    """A percentage that says 0 and 100 only where it is so."""
    if 0 < share < 1:
        return "< 1%"
    if 99 < share < 100:
        return "> 99%"
    return f"{share:.0f}%"


@register.filter
def positive(number: int) -> int:
    return abs(number)


@register.filter
def unlocalized(number: float) -> str:
    """A number as programs write it: in SVG and `value` a comma would break it."""
    return f"{number:g}"


@register.filter
def share(number: float) -> str:
    """A number from 0 to 1 as a percentage."""
    return f"{number:.0%}"


@register.filter
def subtract(number: int, other: int) -> int:
    return number - other
