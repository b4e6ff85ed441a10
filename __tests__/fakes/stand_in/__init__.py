"""A partner to practise on: speaks QMP, answers pings over real TAPs and migrates like QEMU, but emulates no machine."""
