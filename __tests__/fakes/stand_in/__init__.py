"""A stand-in for QEMU: speaks QMP, answers pings over real TAPs and migrates like QEMU, but emulates no machine."""
