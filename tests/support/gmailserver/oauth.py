# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in of the stand-in: authorize, token, revoke (RFC 6749, RFC 7636, RFC 7009) with a scripted user."""
import base64
import hashlib
import json
import time
from urllib.parse import urlencode

SCOPES = "https://www.googleapis.com/auth/"
LIFETIME = 3599


def refused(error, description, status=400):
    return status, {"error": error, "error_description": description}


class SignIn:
    def __init__(self, server):
        self.server = server
        self.consent = {}
        self.codes, self.refresh_tokens, self.access_tokens = {}, {}, {}
        self.calls = {"authorize": 0, "code": 0, "refresh": 0, "revoke": 0}
        self.issuer, self.last_authorize = "https://accounts.google.com", {}

    def grant(self, value, address, scopes, seconds=LIFETIME, refresh=None):
        names = [one if "/" in one or one in ("openid", "email", "profile") else SCOPES + one for one in scopes]
        self.access_tokens[value] = {"email": address, "scopes": names, "refresh": refresh, "until": time.time() + seconds}

    def expire(self):
        for token in self.access_tokens.values():
            token["until"] = 0

    def revoke_account(self, address):
        self.access_tokens = {key: one for key, one in self.access_tokens.items() if one["email"] != address}
        self.refresh_tokens = {key: one for key, one in self.refresh_tokens.items() if one["email"] != address}

    def holder(self, value):
        """Whom an access token is for; None when it is unknown, over or revoked."""
        token = self.access_tokens.get(value)
        return token if token and token["until"] > time.time() else None

    def authorize(self, query):
        """Where the browser is sent: the scripted user answers at once."""
        self.calls["authorize"] += 1
        self.last_authorize = query
        back = {"state": self.consent.get("state", query.get("state", ""))}
        if self.consent.get("error"):
            back["error"] = self.consent["error"]
        else:
            asked = query.get("scope", "").split()
            code = "4/0Ab+%s" % self.server.new_id()  # '/' and '+' as in Google's
            address = self.consent.get("email") or query.get("login_hint") or self.server.first_account()
            self.codes[code] = {"email": address, "redirect": query.get("redirect_uri"), "client": query.get("client_id"),
                                "scopes": self.consent.get("scopes", asked), "challenge": query.get("code_challenge"),
                                "nonce": query.get("nonce")}
            back["code"] = code
        mark = "&" if "?" in query.get("redirect_uri", "") else "?"
        return query.get("redirect_uri", "") + mark + urlencode(back)

    def token(self, form):
        if form.get("grant_type") == "refresh_token":
            return self.refreshed(form)
        self.calls["code"] += 1
        code = self.codes.pop(form.get("code"), None)
        if not code:
            return refused("invalid_grant", "Malformed auth code.")
        verifier = form.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).decode().rstrip("=")
        if code["challenge"] != challenge:
            return refused("invalid_grant", "Invalid code verifier.")
        if code["redirect"] != form.get("redirect_uri") or code["client"] != form.get("client_id"):
            return refused("redirect_uri_mismatch", "Bad Request")
        refresh = "1//fx-refresh-" + self.server.new_id()
        self.refresh_tokens[refresh] = {"email": code["email"], "scopes": code["scopes"]}
        answer = self.answer(code["email"], code["scopes"], refresh)
        answer["refresh_token"] = refresh
        if "openid" in code["scopes"]:
            answer["id_token"] = self.id_token(code)
        return 200, answer

    def refreshed(self, form):
        self.calls["refresh"] += 1
        known = self.refresh_tokens.get(form.get("refresh_token"))
        if not known:
            return refused("invalid_grant", "Token has been expired or revoked.")
        return 200, self.answer(known["email"], known["scopes"], form["refresh_token"])

    def answer(self, address, scopes, refresh):
        value = "ya29.fx-" + self.server.new_id()
        self.grant(value, address, scopes, self.consent.get("seconds", LIFETIME), refresh)
        return {"access_token": value, "expires_in": self.consent.get("seconds", LIFETIME), "scope": " ".join(scopes),
                "token_type": "Bearer"}

    def id_token(self, code):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": code["client"], "sub": "fx-" + code["email"], "email": code["email"],
                  "email_verified": True, "iat": now, "exp": now + 3600}
        if code["nonce"]:
            claims["nonce"] = code["nonce"]
        parts = [json.dumps(one).encode() for one in ({"alg": "RS256", "typ": "JWT"}, claims)] + [b"no signature"]
        return ".".join(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in parts)

    def revoke(self, form):
        self.calls["revoke"] += 1
        value = form.get("token", "")
        refresh = self.access_tokens[value]["refresh"] if value in self.access_tokens else value
        if refresh not in self.refresh_tokens and value not in self.access_tokens:
            return refused("invalid_token", "Token expired or revoked")
        self.refresh_tokens.pop(refresh, None)
        self.access_tokens = {key: one for key, one in self.access_tokens.items()
                              if key != value and (one["refresh"] is None or one["refresh"] != refresh)}
        return 200, {}
