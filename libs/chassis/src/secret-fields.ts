/** Names of fields whose values are never logged, and never kept but under a key. */
export const SECRET_FIELDS = ['password', 'currentPassword', 'newPassword', 'secret', 'clientSecret', 'token', 'authorization', 'cookie'] as const;
