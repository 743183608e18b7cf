-- The quantized embedding of one that ends in zeros: a model's with fewer numbers, padded.
-- The mean is that of the numbers before the padding, and the bits of the padding are 0. If they too told on which side
-- of the mean they are, they would be all alike, and outweigh the others.
CREATE OR REPLACE FUNCTION padded_quantized(embedding vector) RETURNS bit
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    moderate CONSTANT vector := CASE WHEN vector_norm(embedding) BETWEEN 1e-15 AND 1e15
        THEN embedding ELSE l2_normalize(embedding) END;
    numbers CONSTANT real[] := moderate::real[];
    used integer := :dimensions;
    mean double precision := 0;
BEGIN
    WHILE used > 0 AND numbers[used] = 0 LOOP
        used := used - 1;
    END LOOP;
    IF used > 1 THEN  -- one number alone would be its own mean
        mean := (moderate <#> array_fill(1::real, ARRAY[:dimensions])::vector) / -used;
    END IF;
    RETURN binary_quantize(moderate - (
        array_fill(mean::real, ARRAY[used]) || array_fill(0::real, ARRAY[:dimensions - used])
    )::vector);
END
$$;
