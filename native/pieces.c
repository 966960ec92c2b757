/* A text that has three letters together which another has not does not stand in it. */

#include "pieces.h"

void pieces_note(Pieces *pieces, PyObject *text)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    memset(pieces, 0, sizeof(*pieces));
    for (Py_ssize_t at = 0; at + PIECE <= length; at++) {
        Py_UCS4 one = PyUnicode_READ(kind, data, at), two = PyUnicode_READ(kind, data, at + 1);
        Py_UCS4 three = PyUnicode_READ(kind, data, at + 2);
        if ((one | two | three) >= 128)
            continue;
        uint32_t number = piece_number(one, two, three);
        pieces->bit[number >> 6] |= (uint64_t)1 << (number & 63);
    }
}

int pieces_may_hold(const Pieces *pieces, PyObject *text, Py_ssize_t length, int folded)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    if (PyUnicode_GET_LENGTH(text) < length)
        length = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0; at + PIECE <= length; at++) {
        Py_UCS4 one = PyUnicode_READ(kind, data, at), two = PyUnicode_READ(kind, data, at + 1);
        Py_UCS4 three = PyUnicode_READ(kind, data, at + 2);
        if ((one | two | three) >= 128)
            continue;
        uint32_t number = folded ? piece_number(small_letter(one), small_letter(two), small_letter(three)) :
                                   piece_number(one, two, three);
        if (!(pieces->bit[number >> 6] >> (number & 63) & 1))
            return 0;
    }
    return 1;
}
