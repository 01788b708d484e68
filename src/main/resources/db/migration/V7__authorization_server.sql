-- What the embedded authorization server must not forget when it starts again. Codes and tokens are kept as SHA-256 only:
-- who reads this table cannot use them.

-- Authorizations, with the columns that Spring Authorization Server names.
create table kedja.oauth2_authorization (
    id                            text not null,
    registered_client_id          text not null,
    principal_name                text not null,
    authorization_grant_type      text not null,
    authorized_scopes             text,
    attributes                    text,
    state                         text,
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             text,
    access_token_scopes           text,
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text,
    begun                         timestamptz not null default now(),
    primary key (id)
);

create index oauth2_authorization_state on kedja.oauth2_authorization (state);
create index oauth2_authorization_code on kedja.oauth2_authorization (authorization_code_value);
create index oauth2_authorization_access on kedja.oauth2_authorization (access_token_value);
create index oauth2_authorization_refresh on kedja.oauth2_authorization (refresh_token_value);
create index oauth2_authorization_id_token on kedja.oauth2_authorization (oidc_id_token_value);

-- Assertions by which clients have authenticated, until they expire: none is accepted twice.
create table kedja.used_assertion (
    client  text        not null,
    jti     text        not null,
    expires timestamptz not null,
    primary key (client, jti)
);

create index used_assertion_expires on kedja.used_assertion (expires);

-- The keys that access tokens are signed with, private part and all, as JWK.
create table kedja.signing_key (
    id      text        not null,
    created timestamptz not null default now(),
    jwk     text        not null,
    primary key (id)
);
