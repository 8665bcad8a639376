export const errors = {
  exports_waiting: 'Other files are being written. Please try again in a few seconds.',
  meaning_unavailable:
    'The service that sorts by meaning does not answer. Nothing has changed on the board. Please try again later.',
  mail_unavailable: 'The mail server does not answer. No message went out. Please try again later.',
  login_failed: 'The e-mail address or the password is not right. Please try again.',
  login_outdated:
    'You have more rights by now. Open your current return link here first, or ask the moderators for a new one.',
  breakouts_open: 'Breakouts are open already. Call everybody back and close the rooms first.',
  rehearsals_full: 'Several others are rehearsing already. Please try again in a while.',
  breakouts_full:
    'There are too many groups in this workshop. Delete breakouts from the archive that nobody needs.',
  last_group:
    'The plenary and the last project group stay as long as the workshop exists. Delete the whole workshop if you want to.',
  last_account:
    'This is the only account here. Without one nobody could create workshops any more; create another one first.',
  key_invalid: 'This access key is not valid: it is unknown, has expired or was revoked.',
  key_not_allowed: 'This access key does not allow that.',
  gallery_closed: 'The gallery is not open for this workshop, or it is full. Nothing became public.',
  profile_changed:
    'The profile was changed while you had the preview before you. Nothing became public. Look at the new preview.',
  profile_not_publishable:
    'The profile cannot become public like this: it is not released, or it contains something that may not leave the group.',
  keys_full: 'You already have a great many access keys. Revoke one that nobody needs any more first.',
  webhook_host_refused:
    'Werkraum may not report anything to this address. Whoever operates Werkraum decides which hosts are allowed.',
  webhooks_full:
    'You have set up a great many webhooks already. First delete one that nobody needs any more.',
  archive_changed: 'The room was just put into the archive or taken out of it. Please open it again.',
  setup_link_invalid:
    'This set-up link is no longer valid. Restart the server: as long as there is no account, it prints a new one.',
  public_url_mismatch:
    'Werkraum is set up for {{address}} (WERKRAUM_PUBLIC_URL), but you opened it as {{opened}}. Nobody would stay logged in like this, or links would lead nowhere. Open the set-up link under the address that is set, or change the setting and restart. The link has not been used up.',
  password_wrong: 'The current password is not right. Nothing was changed.',
  reset_link_invalid:
    'This link for a new password is no longer valid. Ask whoever runs this Werkraum for a new one.',
  email_taken: 'There is already an account with this e-mail address. Please log in with it.',
  reminder_link_invalid:
    'This link is no longer valid. Whether you get a daily reminder is shown, and changed, in the workshop on “Your 2 hours”.',
  return_link_invalid:
    'This return link is no longer valid. Your contributions are safe; the moderators can give you a new link.',
  organisation_taken:
    'The workshop already has an organisation with this name. Merge the two, or choose another name.',
  last_moderator: 'A workshop needs at least one moderator. Give the role to somebody else first.',

  image_type_unsupported:
    'This format is not supported. Please use PNG, JPEG, GIF or WebP. Nothing was uploaded.',
  image_too_large: 'The image is too large. The limit is 10 MB. Nothing was uploaded.',
  image_too_detailed:
    'The image has too many pixels. The limit is {{megapixels}} megapixels. Nothing was uploaded.',
  image_unreadable: 'This image file is damaged or incomplete. Nothing was uploaded.',
  images_full: 'The space for images is used up ({{mb}} MB). Nothing was uploaded; the cards are safe.',
  template_too_large:
    'This template is too large. The limit is {{mb}} MB. A smaller picture in the letterhead often helps.',
  template_unreadable:
    'This file cannot be used as a template. Please open it in your word processor, save it without a password as .docx, .odt or .pptx and choose it again.',
  template_colour:
    'This colour is too pale to be read on white paper. Choose a darker one; what was used before stays.',
  template_linked:
    'A picture in this template is stored on another server. Please put it into the file itself and choose it again.',
  protocol_file_type:
    'This format cannot be imported. Word (.docx), OpenDocument (.odt), RTF, HTML, Markdown and plain text can. Please save older Word files (.doc) and PDF as .docx first.',
  protocol_file_too_large:
    'This file is too large. The limit is {{mb}} MB. Saving it without pictures often helps.',
  protocol_file_too_long:
    'The text in this file is too long. The limit is {{max}} characters. Please divide it into several files.',
  protocol_file_locked:
    'This file is protected by a password. Please save it without one and choose it again.',
  protocol_file_unreadable:
    'This file is damaged or incomplete. Please open it in your word processor, save it again and choose it once more.',
  protocol_file_slow:
    'Reading this file took too long; perhaps the server is busy. Please choose it again in a few minutes, or paste the text below.',
  protocol_file_empty:
    'There is no text in this file. Was it scanned? Then it is a picture and has to be typed or read by text recognition.',
  import_unreadable:
    'This file cannot be read. Please choose a workshop file (JSON) from Werkraum. Nothing was changed.',
  import_too_new:
    'This file comes from a newer version of Werkraum. Please update the server. Nothing was changed.',
  import_page_full:
    'A page in this file has more than {{max}} elements, more than a board can hold. Nothing was changed.',
  import_text_too_long:
    'A text in this file is longer than the {{max}} characters its field may have. Nothing was changed.',
  import_images_full:
    'This file has more images than a workshop can hold: {{images}} images and {{mb}} MB for each group. Nothing was changed.',

  protocol_version: 'Werkraum has been updated. Please reload the page; your changes are kept.',
  generation_mismatch:
    'This room was rebuilt on the server. Please reload the page to see its current state.',
  frame_invalid: 'The connection was closed because of unreadable data. Please reload the page.',
  frame_too_large:
    'This change was too large at once. Please insert less at a time; everything before it is safe.',
  flooding:
    'Too many changes came from this device in a short time. It will continue in a moment; your changes are kept.',
  too_slow: 'Your connection is too slow at the moment. We are reconnecting; your changes are kept.',
  room_unavailable:
    'This room cannot be reached at the moment. You can go on working; your changes will follow.',
  server_stopping: 'The server is restarting. You can go on working; it continues by itself in a moment.',

  update_malformed: 'A change was damaged and was not accepted. Please reload the page.',
  update_incomplete:
    'An earlier part of a change was missing. It is being sent now; you do not need to do anything.',
  update_foreign_client:
    'A change did not belong to this device and was not accepted. Please reload the page.',
  update_too_large: 'This change was too large and was not accepted. Please split it.',
  write_not_allowed: 'You cannot change anything here in your role. The change was not accepted.',
  page_full:
    'There is no room left on this page. What was added last was taken off the board; the words on the cards are still in the list.',
  room_full:
    'This room holds so much that nothing new fits in. What you wrote last is handed back to you. Delete texts that are no longer needed, or go on in another group.',
  room_locked:
    'The room is locked at the moment. Your change stays on this device and is accepted as soon as the room is open again.',

  command_unknown: 'The server does not know this action. Please reload the page so that the two match.',
  reactions_off: 'The moderators have switched reactions off.',
  member_muted: 'The moderators have made the room read-only for you. Your change is kept.',
  lobby_waiting: 'The moderators will let you in shortly.',
  page_closed: 'This page is read-only right now. Your change is kept.',
  thing_locked:
    'The moderators have locked this: it stays as it is. Your change to it was taken back; what you wrote is kept as your draft.',
  release_withdrawn:
    'This quote was released. Because you changed its wording it stays in the group now; the moderators can release it again.',
  page_in_use: 'Another step is running on this page.',
  reveal_running: 'The cards are just being revealed. Your text is kept on this device.',
  draft_full: 'Your silent cards have become too large. What no longer fits stays on this device.',
  vote_not_ready: 'This vote does not allow that right now.',
  vote_paused: 'The vote is on hold because another step is running.',
  vote_not_eligible: 'You are not eligible in this vote.',
  ballot_invalid: 'This ballot does not follow the rules of the vote.',
  vote_void: 'This vote is void: backups do not contain its ballots. Please vote again.',
  vote_too_small:
    'With fewer than three ballots, people could tell who voted how. This vote is therefore not counted.',
  round_not_named: 'Revealing one by one works only in rounds whose cards carry a name.',
  authorship_promised: 'This step promised to show less about who wrote what. Start a new step for this.',
  step_not_running: 'This step is no longer running. Somebody else has moved on.',
  command_invalid: 'The server did not understand this. Please reload the page.',
  command_not_allowed: 'This is not possible in your role.',
  timer_not_running: 'No timer is running.',
  timer_not_paused: 'The timer is not paused.',
  timer_too_long: 'A timer can run for eight hours at most.',
  page_unknown: 'This page no longer exists. Please choose another one.',
  plan_changed:
    'Somebody else has just changed the same place. Your text is still in the field; please compare and save again.',
  minutes_released: 'These minutes are released. They can only be changed by a correction.',
  minutes_draft: 'These minutes are still a draft. Just write the change into them.',
  minutes_full: 'There is no room for more corrections in these minutes.',
  plan_step_gone: 'Somebody has just taken this step out of the agenda.',
  agenda_full: 'An agenda holds 80 steps. Please add another meeting.',
  meeting_time_invalid: 'A meeting begins between 1900 and 2999. Please check the date.',
  plan_full: 'The plan of this workshop is full. Remove meetings that are no longer needed.',
  methods_full:
    'This workshop has no room for more methods of its own. Remove some that nobody needs any more.',
}
