"""The limits of the specification ("Input Validation", "Database Specifications").

Validation, CHECK constraints, the tools' JSON Schemas and the admin use them.
"""

CONTENT_MAX_BYTES = 1_048_576  # of UTF-8
CONTEXT_MAX_CHARACTERS = 1_000
SUMMARY_MAX_CHARACTERS = 500
TAGS_MAX = 50
TAG_MAX_CHARACTERS = 50
TAG_PATTERN = r"^[A-Za-z0-9-]{1,50}$"
PROJECT_MAX_CHARACTERS = 100
PROJECT_PATTERN = r"^([A-Za-z0-9][A-Za-z0-9._/@:+-]{0,99})?$"  # '' is no project
TOKEN_NAME_MAX_CHARACTERS = 100
SUPERSEDED_MAX = 20  # memories that one store supersedes
METADATA_MAX_BYTES = 16_384  # both as compact JSON in UTF-8 and as jsonb
INSIGHTS_MAX_BYTES = 65_536
ENTITIES_MAX_BYTES = 32_768
JSON_MAX_DEPTH = 100  # levels of nesting in metadata, insights and entities
SENTIMENT_MIN = -1.0
SENTIMENT_MAX = 1.0

SEARCH_LIMIT_DEFAULT = 20
SEARCH_LIMIT_MAX = 100
SEARCH_OFFSET_MAX = 10_000
SEARCH_RANKED_MAX = 1_000  # pages of results by relevance end here
SEARCH_COUNT_MAX = 100  # matches beyond this and the current page are not counted; see `total_is_exact`
SEARCH_TEXT_MAX_CHARACTERS = 2_000  # of a filter
QUESTION_MAX_CHARACTERS = 8_000
CONTENT_PREVIEW_CHARACTERS = 2_000
PAGE_CONTENT_CHARACTERS = 20_000  # of all contents on a page of a search, by default

VERSION_MAX = 2_147_483_647  # what the column can hold
VERSIONS_MAX = 100  # of a memory, in one answer

STATISTICS_MAX_AGE = 60.0  # seconds

PATTERNS_MAX = 1_000
PATTERN_TYPE_MAX_CHARACTERS = 50
LANGUAGE_MAX_CHARACTERS = 20
PATTERN_SEARCH_LIMIT_DEFAULT = 20
PATTERN_SEARCH_LIMIT_MAX = 100
PATTERN_STATISTICS_MAX_DAYS = 90
