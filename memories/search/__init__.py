"""Everything that finds memories.

`request.SearchQuery` is what can be searched for. A search by filters goes to `filtering.page`, a search by a question
or an embedding to `fusion.rank`. `querysets` offers the same to Django code, such as the admin.

- Words: `analysis` reads filters by words and questions.
- Filters: `filters` (the list of them), `statements` (SQL), `postings` (tags and metadata), `recency` and
  `time_buckets` (words), `frequent_words`.
- Questions: `words`, `terms`, `word_forms`, `answers`, `tiers`, `sources`, `scoring`, and
  `excerpts`, the part of a content that a hit shows.
- Embeddings: `vectors`.
- Both: `fusion`. `candidates` is the SQL of a ranking's filters, `corpus` what is known of all memories, `steps` and
  `running` how a ranking runs.
"""
