import type { SituationTextKey } from './texts.ts'

/** What a refusal by Slack means to the people who can act: each has its words under `error.<sense>`. */
type ErrorSense = SituationTextKey extends infer Key ? (Key extends `error.${infer Sense}` ? Sense : never) : never

/**
 * Slack's words for a refusal, by what they mean: every error that the reference documents for a method that is called, and what
 * any method may answer (https://docs.slack.dev/reference/methods, "Errors" on each page).
 */
const meanings: Partial<Record<ErrorSense, string>> = {
  missing_scope: 'missing_scope',
  is_archived: 'is_archived is_inactive',
  channel_not_found: 'channel_not_found no_channel invalid_channel duplicate_channel_not_found',
  not_in_channel: 'not_in_channel',
  // Ours: what few could read does not become what everybody reads.
  private_place: 'private_place',
  restricted_action: `
    restricted_action access_denied accesslimited app_access_restricted app_cannot_join_channel
    cannot_bookmark_from_external_org cannot_bookmark_restricted_sharing_enabled cannot_create_channel
    cant_delete_message ekm_access_denied enterprise_is_restricted no_access no_permission not_authorized
    permission_denied posting_to_channel_denied send_on_behalf_not_allowed team_access_not_granted
    cant_kick_from_general cant_kick_self`,
  read_only: 'restricted_action_read_only_channel',
  thread_only: 'restricted_action_thread_only_channel',
  non_threadable: 'restricted_action_non_threadable_channel',
  thread_locked: 'restricted_action_thread_locked thread_locked',
  not_supported: `
    method_not_supported_for_channel_type not_implemented not_supported channel_is_limited_access
    canvas_disabled_user_team parent_bookmark_disabled`,
  external: `
    no_external_invite_permission invitee_cant_see_channel org_user_not_in_team team_not_found
    enterprise_not_found org_not_found team_not_on_enterprise fail_to_get_teams_for_restricted_user
    slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
    slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked
    slack_connect_lists_sharing_blocked`,
  external_channel_migrating: 'external_channel_migrating',
  plan_upgrade_required: 'plan_upgrade_required',
  message_limit_exceeded: 'message_limit_exceeded',
  message_not_found: `
    message_not_found not_found bookmark_not_found thread_not_found cannot_reply_to_message
    duplicate_message_not_found file_not_found file_deleted file_is_deleted file_comment_not_found`,
  edit_window_closed: 'edit_window_closed',
  cant_update_message: `
    cant_update_message cant_broadcast_message no_dual_broadcast_content_update block_mismatch
    streaming_state_conflict`,
  too_long: `
    msg_too_long msg_blocks_too_long too_long view_too_large metadata_too_large
    attachment_payload_limit_exceeded too_many_attachments too_many_contact_cards`,
  invalid_name: `
    invalid_name invalid_name_required invalid_name_punctuation invalid_name_maxlength invalid_name_specials
    name_taken`,
  too_many_pins: 'too_many_pins',
  too_many_bookmarks: 'too_many_bookmarks too_many_tabs',
  too_many_reactions: 'too_many_reactions too_many_emoji',
  too_many_members: 'too_many_members too_many_users ura_max_channels',
  not_pinnable: 'not_pinnable not_reactable file_not_shared',
  cant_archive: 'cant_archive_general cant_archive_required cant_leave_general last_member',
  user_is_restricted: 'user_is_restricted',
  user_not_found: 'user_not_found user_not_visible users_not_found no_user no_such_subteam',
  user_disabled: 'user_disabled',
  user_not_in_channel: 'user_not_in_channel',
  cant_invite: 'cant_invite cant_invite_self',
  messages_tab_disabled: 'messages_tab_disabled',
  home_disabled: 'not_enabled',
  ratelimited: 'ratelimited rate_limited too_many_requests',
  invalid_auth: `
    invalid_auth not_authed account_inactive token_revoked token_expired not_allowed_token_type
    two_factor_setup_required org_login_required team_added_to_org`,
  form_expired: 'expired_trigger_id exchanged_trigger_id invalid_trigger_id hash_conflict push_limit_reached',
  timeout: 'timeout',
  cut: 'cut',
  http5xx: `
    http5xx internal_error fatal_error service_unavailable request_timeout update_failed fetch_members_failed
    list_record_comment_fetch_failed`,
  unreadable: 'unreadable',
  already: `
    already_archived already_in_channel already_pinned already_reacted no_pin not_pinned no_reaction
    draft_already_deleted draft_already_sent file_already_added`,
  // What only a mistake of ours brings about.
  not_taken: `
    as_user_not_supported bad_timestamp blocked_file_type deprecated_endpoint draft_has_conflict draft_not_found
    duplicate_external_id file_share_limit_reached invalid_app_action_type invalid_arg_name invalid_arguments
    invalid_array_arg invalid_attachments invalid_blocks invalid_blocks_format invalid_bookmark_type
    invalid_charset invalid_child_type invalid_cursor invalid_emoji invalid_entity_id invalid_form_data
    invalid_json invalid_limit invalid_link invalid_metadata_filter_keys invalid_metadata_format
    invalid_metadata_schema invalid_parent_type invalid_post_type invalid_shortcut_type invalid_team
    invalid_ts_latest invalid_ts_oldest invalid_types invalid_user_combination json_not_object limit_required
    markdown_text_conflict max_file_sharing_exceeded metadata_must_be_sent_from_app method_deprecated
    missing_argument missing_file_data missing_post_type missing_profile_id missing_user no_item_specified
    no_text not_enough_users parent_with_link unable_to_share_files unknown_method users_list_not_supplied`,
}

const senses: ReadonlyMap<string, ErrorSense> = new Map(
  Object.entries(meanings).flatMap(([sense, errors]) =>
    errors
      .trim()
      .split(/\s+/)
      // The keys of the table are senses.
      .map((error) => [error, sense as ErrorSense] as const),
  ),
)

/** What Slack's word for a refusal means; undefined for one that nobody knows. */
export const senseOf = (error: string): ErrorSense | undefined => senses.get(error)
