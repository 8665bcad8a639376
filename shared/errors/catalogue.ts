/**
 * Every error that can leave the server or be shown to a person. The code is stable for ever; its text lives under
 * `errors.<code>` in `shared/i18n`, its explanation in `docs/errors.md`. A test proves that the three agree.
 *
 * `http` is the status of a response, `close` the websocket close code where the error ends a connection,
 * `retryable` whether the same call may succeed later without the person changing anything.
 */
interface ErrorKind {
  http: number
  close?: number
  retryable: boolean
}

export const errorCatalogue = {
  // The request itself
  request_invalid: { http: 400, retryable: false },
  request_too_large: { http: 413, retryable: false },
  not_found: { http: 404, retryable: false },
  origin_refused: { http: 403, retryable: false },
  rate_limited: { http: 429, retryable: true },
  exports_waiting: { http: 429, retryable: true },
  internal: { http: 500, close: 1011, retryable: true },
  storage_unavailable: { http: 503, retryable: true },
  meaning_unavailable: { http: 502, retryable: true },
  mail_unavailable: { http: 502, retryable: true },

  // Who somebody is
  login_required: { http: 401, close: 4401, retryable: false },
  login_outdated: { http: 403, retryable: false },
  login_failed: { http: 401, retryable: false },
  forbidden: { http: 403, close: 4403, retryable: false },
  archived: { http: 409, retryable: false },
  archive_changed: { http: 409, close: 4411, retryable: false },
  setup_link_invalid: { http: 410, retryable: false },
  public_url_mismatch: { http: 409, retryable: false },
  password_wrong: { http: 403, retryable: false },
  reset_link_invalid: { http: 410, retryable: false },
  email_taken: { http: 409, retryable: false },
  invite_invalid: { http: 410, retryable: false },
  invite_expired: { http: 410, retryable: false },
  invite_revoked: { http: 410, retryable: false },
  invite_full: { http: 409, retryable: false },
  return_link_invalid: { http: 410, retryable: false },
  reminder_link_invalid: { http: 410, retryable: false },
  group_not_open: { http: 403, retryable: false },
  workshop_full: { http: 409, retryable: false },
  organisation_taken: { http: 409, retryable: false },
  breakouts_open: { http: 409, retryable: false },
  rehearsals_full: { http: 409, retryable: true },
  breakouts_full: { http: 409, retryable: false },
  last_group: { http: 409, retryable: false },
  last_account: { http: 409, retryable: false },
  key_invalid: { http: 401, retryable: false },
  key_not_allowed: { http: 403, retryable: false },
  keys_full: { http: 409, retryable: false },
  webhook_host_refused: { http: 422, retryable: false },
  webhooks_full: { http: 409, retryable: false },
  last_moderator: { http: 409, retryable: false },
  gallery_closed: { http: 409, retryable: false },
  profile_changed: { http: 409, retryable: false },
  profile_not_publishable: { http: 409, retryable: false },

  // Files
  image_type_unsupported: { http: 415, retryable: false },
  image_too_large: { http: 413, retryable: false },
  image_too_detailed: { http: 413, retryable: false },
  image_unreadable: { http: 422, retryable: false },
  images_full: { http: 409, retryable: false },
  template_too_large: { http: 413, retryable: false },
  template_unreadable: { http: 422, retryable: false },
  template_colour: { http: 422, retryable: false },
  template_linked: { http: 422, retryable: false },
  protocol_file_type: { http: 415, retryable: false },
  protocol_file_too_large: { http: 413, retryable: false },
  protocol_file_too_long: { http: 422, retryable: false },
  protocol_file_locked: { http: 422, retryable: false },
  protocol_file_unreadable: { http: 422, retryable: false },
  protocol_file_slow: { http: 503, retryable: true },
  protocol_file_empty: { http: 422, retryable: false },
  import_unreadable: { http: 422, retryable: false },
  import_too_new: { http: 422, retryable: false },
  import_page_full: { http: 422, retryable: false },
  import_text_too_long: { http: 422, retryable: false },
  import_images_full: { http: 422, retryable: false },

  // The room's connection
  protocol_version: { http: 426, close: 4426, retryable: false },
  generation_mismatch: { http: 409, close: 4409, retryable: false },
  membership_ended: { http: 403, close: 4410, retryable: false },
  frame_invalid: { http: 400, close: 4400, retryable: false },
  frame_too_large: { http: 413, close: 1009, retryable: false },
  flooding: { http: 429, close: 4429, retryable: true },
  too_slow: { http: 408, close: 4408, retryable: true },
  lobby_waiting: { http: 423, close: 4423, retryable: true },
  room_unavailable: { http: 503, close: 4503, retryable: true },
  server_stopping: { http: 503, close: 1012, retryable: true },

  // A refused document update
  update_malformed: { http: 400, retryable: false },
  update_incomplete: { http: 400, retryable: true },
  update_foreign_client: { http: 403, retryable: false },
  update_too_large: { http: 413, retryable: false },
  write_not_allowed: { http: 403, retryable: false },
  page_full: { http: 409, retryable: false },
  room_full: { http: 409, retryable: false },
  room_locked: { http: 423, retryable: true },
  member_muted: { http: 423, retryable: true },
  page_closed: { http: 423, retryable: true },
  thing_locked: { http: 423, retryable: false },
  release_withdrawn: { http: 409, retryable: false },
  reveal_running: { http: 423, retryable: true },
  draft_full: { http: 409, retryable: true },

  // A refused command
  command_unknown: { http: 400, retryable: false },
  command_invalid: { http: 400, retryable: false },
  command_not_allowed: { http: 403, retryable: false },
  reactions_off: { http: 409, retryable: false },
  timer_not_running: { http: 409, retryable: false },
  timer_not_paused: { http: 409, retryable: false },
  timer_too_long: { http: 400, retryable: false },
  page_unknown: { http: 404, retryable: false },
  page_in_use: { http: 409, retryable: false },
  vote_not_ready: { http: 409, retryable: false },
  vote_paused: { http: 409, retryable: false },
  vote_not_eligible: { http: 403, retryable: false },
  ballot_invalid: { http: 400, retryable: false },
  vote_void: { http: 410, retryable: false },
  vote_too_small: { http: 409, retryable: false },
  round_not_named: { http: 409, retryable: false },
  authorship_promised: { http: 409, retryable: false },
  step_not_running: { http: 409, retryable: false },

  // A refused change of the plan
  plan_changed: { http: 409, retryable: false },
  meeting_time_invalid: { http: 400, retryable: false },
  minutes_released: { http: 409, retryable: false },
  minutes_draft: { http: 409, retryable: false },
  minutes_full: { http: 409, retryable: false },
  plan_step_gone: { http: 409, retryable: false },
  agenda_full: { http: 409, retryable: false },
  plan_full: { http: 409, retryable: false },
  methods_full: { http: 409, retryable: false },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorCatalogue
