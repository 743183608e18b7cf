-- Keeps the patterns and analysis runs of deleted memories from now on.
SELECT keep_deleted('code_patterns');
SELECT keep_deleted('analysis_runs');
