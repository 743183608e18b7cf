-- Waits until nobody changes patterns, so that no trigger is running that needs the old names.
LOCK TABLE code_patterns IN ACCESS EXCLUSIVE MODE;
