#!/usr/bin/env python3
# SPDX-FileCopyrightText: Antecedent contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the compiled IANA time zones of Debian's package tzdata (public domain) into one file.

    make_zoneinfo.py /usr/share/zoneinfo zoneinfo.bin

Layout, all integers little-endian: the magic `ANTZONE1`, u32 length and text of the tzdata version, u32 number of names,
then per name (ascending by bytes) u8 length, text, u32 offset and u32 size of its data, counted from the end of the
table. The data are the version 2 blocks of the TZif files (RFC 8536), header and footer included; equal blocks are kept
once."""
import os
import struct
import sys


def version2_block(data: bytes) -> bytes:
    if data[:4] != b"TZif" or data[4:5] < b"2":
        raise ValueError("not a TZif file of version 2 or later")
    isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt = struct.unpack(">6I", data[20:44])
    first = 44 + timecnt * 5 + typecnt * 6 + charcnt + leapcnt * 8 + isstdcnt + isutcnt
    return data[first:]


def main() -> None:
    root, out = sys.argv[1:3]
    zones = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [f for f in folders if f not in ("posix", "right")]
        for name in files:
            path = os.path.join(folder, name)
            zone = os.path.relpath(path, root).replace(os.sep, "/")
            if zone in ("localtime", "posixrules", "Factory"):
                continue
            with open(path, "rb") as file:
                data = file.read()
            if data[:4] == b"TZif":
                zones[zone] = version2_block(data)
    with open(os.path.join(root, "tzdata.zi"), encoding="ascii") as file:
        version = file.readline().split()[-1].encode()
    blocks, places, size = [], {}, 0
    for zone in sorted(zones):
        block = zones[zone]
        if block not in places:
            places[block] = size
            blocks.append(block)
            size += len(block)
    with open(out, "wb") as file:
        file.write(b"ANTZONE1" + struct.pack("<I", len(version)) + version + struct.pack("<I", len(zones)))
        for zone in sorted(zones, key=lambda z: z.encode()):
            name = zone.encode()
            file.write(struct.pack("<B", len(name)) + name + struct.pack("<II", places[zones[zone]], len(zones[zone])))
        for block in blocks:
            file.write(block)
    print(f"{len(zones)} names, {len(blocks)} zones, {size} bytes, tzdata {version.decode()}")


main()
