// What several policies state as the systems they are for. The wording is that of the templates of Windows Server 2025, which count
// systems in more than one way.

export const SINCE_2000 = 'At least Windows 2000 Terminal Services';
export const SINCE_XP = 'At least Windows Server 2003 operating systems or Windows XP Professional';
export const SINCE_XP_SP1_SP2 = 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2';
export const SINCE_XP_SP2 = 'At least Windows XP Professional with SP2';
export const SINCE_2003 = 'At least Windows Server 2003';
export const SINCE_2003_SP1 = 'At least Windows Server 2003 with Service Pack 1';
export const SINCE_2003_ENTERPRISE = 'At least Windows Server 2003, Enterprise Edition';
export const UNTIL_7 = 'Windows Server 2008 R2, Windows Server 2008, Windows Server 2003, Windows 7, Windows Vista, and Windows XP';
export const SINCE_VISTA = 'At least Windows Vista';
export const SINCE_VISTA_SP1 = 'At least Windows Vista with Service Pack 1';
export const SINCE_2008 = 'At least Windows Server 2008';
export const SINCE_2008_OR_7 = 'At least Windows Server 2008 or Windows 7';
export const SINCE_2008_R2 = 'At least Windows Server 2008 R2';
export const SINCE_7 = 'At least Windows Server 2008 R2 or Windows 7';
export const ONLY_7 = 'Windows 7 or Windows Server 2008 R2 (and their subsequent Service Packs) only';
export const SINCE_8 = 'At least Windows Server 2012, Windows 8 or Windows RT';
export const SINCE_10 = 'At least Windows 10';
export const SINCE_10_OR_2016 = 'At least Windows Server 2016, Windows 10';
export const SINCE_10_2106 = 'At least Windows 10 Version 2106';
export const SINCE_11_22H2 = 'At least Windows 11 Version 22H2';
export const AZURE_VIRTUAL_DESKTOP = 'Azure Virtual Desktop';
