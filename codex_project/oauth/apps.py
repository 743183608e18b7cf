from django.apps import AppConfig


class OAuthConfig(AppConfig):
    name = "codex_project.oauth"
    label = "codex_oauth"
    verbose_name = "OAuth"
    default_auto_field = "django.db.models.BigAutoField"
