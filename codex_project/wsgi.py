"""The web side for a WSGI server: `gunicorn codex_project.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codex_project.settings")
application = get_wsgi_application()
