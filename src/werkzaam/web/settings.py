# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of Django, out of the environment; nothing here is for one machine."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from werkzaam.web.api.settings import REST_FRAMEWORK, SPECTACULAR_SETTINGS
from werkzaam.web.environment import read_environment
from werkzaam.web.logs import logging_of

__all__ = ["REST_FRAMEWORK", "SPECTACULAR_SETTINGS"]

ENVIRONMENT = read_environment(os.environ)
HERE = Path(__file__).parent

SECRET_KEY = ENVIRONMENT.secret
SECRET_KEY_FALLBACKS = list(ENVIRONMENT.old_secrets)
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "werkzaam.web.urls"
WSGI_APPLICATION = "werkzaam.web.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_htmx",
    "csp",
    "whitenoise",
    "rest_framework",
    "drf_spectacular",
    "werkzaam.web",
    "werkzaam.web.accounts",
    "werkzaam.web.jobs",
    "werkzaam.web.api",
]
MIDDLEWARE = [
    "werkzaam.web.request_log.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "werkzaam.web.api.middleware.ApiMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "werkzaam.web.accounts.presence.PresenceMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "werkzaam.web.middleware.LanguageMiddleware",
    "werkzaam.web.middleware.PrivateMiddleware",
    "werkzaam.web.middleware.AmountMiddleware",
    "werkzaam.web.middleware.RefusalMiddleware",
    "werkzaam.web.audit.AuditMiddleware",
]
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [HERE / "templates"],
    "OPTIONS": {
        "builtins": ["werkzaam.web.templatetags.words", "werkzaam.web.templatetags.frame"],
        "context_processors": ["django.template.context_processors.request", "werkzaam.web.context.page"],
        "loaders": [("django.template.loaders.cached.Loader", [
            "django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader",
        ])],
    },
}]  # fmt: skip
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.accounts, conn_max_age=600)}
if ENVIRONMENT.accounts.startswith("sqlite:"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000;",
    }  # fmt: skip
# Counts of requests by account (api/entry.py); Django's own 300 are fewer than the accounts that ask in a minute.
CACHES = {"default": {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000},
}}  # fmt: skip
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "werkzaam.web.accounts.backend.AccountBackend",
    "werkzaam.web.accounts.broker.BrokerBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name", "acts_as")},
    },
]
# Five wrong passwords for one name from one address: a quarter of an hour without trying. Trying meanwhile makes it no longer.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "werkzaam.web.accounts.lock_out.counted_name"
AXES_CLIENT_IP_CALLABLE = "werkzaam.web.accounts.lock_out.counted_address"
AXES_NEVER_LOCKOUT_GET = True  # The way back from a broker has no name to count by.
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
# What was typed is not kept with a failure: a name may be a password in the wrong field.
AXES_SENSITIVE_PARAMETERS = ["login", "password", "old", "new", "next", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
# Its middleware would put a page of its own in the place of ours, beside the field.
SILENCED_SYSTEM_CHECKS = ["axes.W002"]
OTP_TOTP_ISSUER = "Werkzaam"
LOGIN_URL = "sign-in"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
STATIC_ROOT = None
STORAGES = {"staticfiles": {"BACKEND": "werkzaam.web.static_files.Versioned"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 31_536_000

# The session: in the database, so that it can be ended at once; without a click it ends after a quarter of an hour.
SESSION_ENGINE = "werkzaam.web.accounts.sessions"
SESSION_COOKIE_AGE = 15 * 60
SESSION_SAVE_EVERY_REQUEST = False  # accounts/presence.py keeps it once a minute.
SESSION_COOKIE_NAME = "__Host-session" if ENVIRONMENT.secure else "session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENVIRONMENT.secure
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if ENVIRONMENT.secure else "csrf"
CSRF_COOKIE_SECURE = ENVIRONMENT.secure
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "werkzaam.web.start.without_token"
SECURE_SSL_REDIRECT = ENVIRONMENT.secure
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.secure
SECURE_HSTS_PRELOAD = ENVIRONMENT.secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.secure else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {
    "default-src": [NONE], "script-src": [SELF], "style-src": [SELF], "img-src": [SELF], "font-src": [SELF],
    "connect-src": [SELF], "form-action": [SELF], "frame-ancestors": [NONE], "base-uri": [NONE], "manifest-src": [SELF],
}}  # fmt: skip
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000  # What a person adds to a question never stands on a disk on its way.
LOGGING = logging_of(ENVIRONMENT.log_level)
