"""Embeddings that this program makes itself, by a provider that EMBEDDING_PROVIDER names.

- `provider`: what a provider is, and what can go wrong; `registry` has the one in use.
- `http`, `local`: the providers, a file each.
- `questions`: the embedding of a search's question.
- `filling`: the embeddings of memories that have none, in the background or by `embed_memories`.

Each embedding is stored with the name of its model, and only embeddings of the same model are compared. That of a
client's own embeddings is empty.
"""
