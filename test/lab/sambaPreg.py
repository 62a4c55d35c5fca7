# Reads registry.pol files with Samba's parser: one file a line in hexadecimal digits on standard input, one JSON line of its entries each.
import json
import sys

from samba.dcerpc import preg
from samba.ndr import ndr_pack, ndr_unpack


def data_of(entry):
    data = entry.data
    if data is None:
        return {"hex": ""}
    if isinstance(data, int):
        return {"number": data}
    if isinstance(data, str):
        return {"text": data}
    return {"hex": bytes(data).hex()}


def told(line):
    file_bytes = bytes.fromhex(line)
    try:
        parsed = ndr_unpack(preg.file, file_bytes)
    except Exception as error:
        return {"rejected": str(error)}
    entries = [
        {"key": entry.keyname, "name": entry.valuename, "type": entry.type, "size": entry.size, **data_of(entry)}
        for entry in parsed.entries
    ]
    return {"entries": entries, "same": ndr_pack(parsed) == file_bytes}


for line in sys.stdin:
    print(json.dumps(told(line.strip())))
