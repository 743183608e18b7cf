"""Template filters that format numbers and times in the admin."""

import datetime

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from memories.admin import rendering

register = template.Library()


@register.filter
def size(count: float) -> str:
    return rendering.size(count)


@register.filter
def moment(when: datetime.datetime) -> SafeString:
    return rendering.moment(when)


@register.filter
def percent(share: float) -> str:
    """Format a percentage; only exact values are shown as 0 or 100."""
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
    """Format a number for SVG and `value`, where a decimal comma is invalid."""
    return f"{number:g}"


@register.filter
def share(number: float) -> str:
    """Format a number from 0 to 1 as a percentage."""
    return f"{number:.0%}"


@register.filter
def subtract(number: int, other: int) -> int:
    return number - other


@register.simple_tag
def trash_days() -> int:
    """For how many days a deleted memory can be restored."""
    return int(settings.TRASH_DAYS)
