/* Which three letters stand together in a text: whether another may stand in it is told without looking for it. */

#pragma once

#include "native.h"

#define PIECE 3

typedef struct {
    uint64_t bit[256]; /* by number; several pieces may share one */
} Pieces;

static inline Py_UCS4 small_letter(Py_UCS4 letter) { return letter - 'A' < 26u ? letter | 32 : letter; }

static inline uint32_t piece_number(Py_UCS4 one, Py_UCS4 two, Py_UCS4 three)
{
    return ((one | two << 7 | three << 14) * 0x9e3779b1u) >> 18;
}

/* Notes the pieces of a text. Those with letters beyond ASCII are left out: their case may be folded otherwise. */
void pieces_note(Pieces *pieces, PyObject *text);

/* Whether the first letters of a text, their case folded or not, may stand in the text whose pieces were noted. */
int pieces_may_hold(const Pieces *pieces, PyObject *text, Py_ssize_t length, int folded);
