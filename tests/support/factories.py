"""Factories of rows."""

from __future__ import annotations

import hashlib

from django.conf import settings
from factory.declarations import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from memories.models import Memory, ProcessedMemory
from patterns.models import CodePattern


class MemoryFactory(DjangoModelFactory[Memory]):
    class Meta:
        model = Memory

    content = Sequence(lambda n: f"Memory number {n}: the deployment needs two approvals.")
    content_hash = LazyAttribute(lambda memory: hashlib.sha256(memory.content.encode()).hexdigest())
    context = "Release planning of the billing service"
    summary = Sequence(lambda n: f"Fact {n} about deployments")
    tags = ["deployment", "billing"]


class ProcessedMemoryFactory(DjangoModelFactory[ProcessedMemory]):
    class Meta:
        model = ProcessedMemory

    memory = SubFactory(MemoryFactory)
    insights = {"kind": "rule"}
    embeddings = LazyFunction(lambda: [1.0] + [0.0] * (settings.EMBEDDING_DIMENSIONS - 1))
    entities = ["billing"]
    sentiment = 0.25


class CodePatternFactory(DjangoModelFactory[CodePattern]):
    class Meta:
        model = CodePattern

    memory = SubFactory(MemoryFactory)
    pattern_type = "function_definition"
    pattern_signature = Sequence(lambda n: f"def name{n}(x)")
    frequency = 0.5
    confidence = 0.9
    language = "python"
