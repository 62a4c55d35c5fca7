// The events by which a listener says that it did not come up: 1035 its stack is down, 1036 it could not create its session (0x2740: the port
// is in use). They are related to the finding that names the cause. Source: message tables of termsrv.dll.

export const listenerFailed = [1035, 1036];
