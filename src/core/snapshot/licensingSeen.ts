// Remote Desktop licensing as the host itself sees it. Win32_TerminalServiceSetting unless said otherwise.

export interface LicenceServerSeen {
  readonly name: string;
  /** GetTStoLSConnectivityStatus; null where it could not be asked. */
  readonly status: number | null;
}

export interface LicensingSeen {
  /** 0 personal, 1 remote administration, 2 per device, 4 per user, 5 not configured, 6 Azure AD per user. */
  readonly mode: number | null;
  /** 0 the server's own setting, 1 group policy. */
  readonly modeSource: number | null;
  readonly servers: readonly LicenceServerSeen[];
  /** GetGracePeriodDays: days left, 0 over. Only with a return code of 0. */
  readonly graceDays: number | null;
  readonly graceCode: number | null;
  /** Certificate values of the RCM key that are present, with their lengths in bytes; never their contents. */
  readonly certificateValues: readonly { readonly name: string; readonly length: number }[];
  /** Where the licence server role runs here: Win32_TSLicenseServer. */
  readonly licenceServer: { readonly activation: number | null; readonly role: number | null } | null;
}
