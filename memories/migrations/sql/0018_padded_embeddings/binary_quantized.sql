-- Ignores the padding of an embedding that ends in a zero. Of all others, the quantized embedding stays what it was.
CREATE OR REPLACE FUNCTION binary_quantized(embedding vector) RETURNS bit
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN vector_norm(subvector(embedding, :dimensions, 1)) = 0
    THEN padded_quantized(embedding)
    WHEN NOT vector_norm(embedding) BETWEEN 1e-15 AND 1e15
    THEN binary_quantize(l2_normalize(embedding) - array_fill(
        (l2_normalize(embedding) <#> array_fill(1::real, ARRAY[:dimensions])::vector) / -:dimensions.0,
        ARRAY[:dimensions]
    )::vector)
    ELSE binary_quantize(embedding - array_fill(
        (embedding <#> array_fill(1::real, ARRAY[:dimensions])::vector) / -:dimensions.0,
        ARRAY[:dimensions]
    )::vector)
END;
