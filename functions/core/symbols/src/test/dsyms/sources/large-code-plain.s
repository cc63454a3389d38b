.globl _bulk, _after
_bulk: .space 0x20000
_after: .space 0x100
.subsections_via_symbols
