-- The signs of an embedding's numbers around their mean: one bit a dimension, which the HNSW index holds.
-- Signs tell directions apart only around zero, and some models make positive numbers only; so each vector is first
-- moved by its own mean. An array of 64-bit floats becomes a vector without a check for numbers too small: they become
-- zero. In the SQL standard's form, whose names are resolved here: a dump is restored with an empty search path. The
-- arguments are repeated, because a function with a subquery could not be inlined.
CREATE FUNCTION codex_processed.quantized(embedding vector) RETURNS bit
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN NOT vector_norm(embedding) BETWEEN 1e-15 AND 1e15
    THEN binary_quantize(l2_normalize(embedding) - array_fill(
        (l2_normalize(embedding) <#> array_fill(1::real, ARRAY[:dimensions])::vector) / -:dimensions.0,
        ARRAY[:dimensions]
    )::vector)
    ELSE binary_quantize(embedding - array_fill(
        (embedding <#> array_fill(1::real, ARRAY[:dimensions])::vector) / -:dimensions.0,
        ARRAY[:dimensions]
    )::vector)
END;
