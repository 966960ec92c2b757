/* What is asked of a character, found once for those of alphabets. */

#include "native.h"

#define CACHED 0x2e80 /* characters of alphabets stand below */
#define LONG_FOLD 1   /* in `letter_folds`: ask Python; 0: nobody has asked yet */

enum { KNOWN = 1, LETTER = 2, DECIMAL = 4, SINGLE = 8, UPPER = 16, LOWER = 32, TITLE = 64 };

extern uint8_t letter_traits[CACHED];
extern uint16_t letter_folds[CACHED];

uint8_t found_traits(Py_UCS4 c);
int long_fold(Py_UCS4 c, Py_UCS4 *letters);

static inline uint8_t traits_of(Py_UCS4 c)
{
    uint8_t known = c < CACHED ? letter_traits[c] : 0;
    return known ? known : found_traits(c);
}

/* Whether no letter in a range of characters has a capital: the scripts of East Asia, their punctuation, pictures. */
static inline int is_caseless(Py_UCS4 c)
{
    return (c >= 0x2e80 && c < 0xa640) || (c >= 0xac00 && c < 0xfb00) || (c >= 0xfb18 && c < 0xff21) ||
           (c >= 0xff5b && c < 0x10000) || (c >= 0x1f200 && c < 0x40000);
}

/* Case folds the beginning of a text, with room for three letters a character; how many it has, -1 when that fails. */
Py_ssize_t fold_text(PyObject *text, Py_ssize_t length, Py_UCS4 *letters);

/* The same as a string of Python. */
PyObject *folded_text(PyObject *text, Py_ssize_t length);

/* Case folds a character: its letters, at most three, and how many they are; -1 when that fails. */
static inline int fold(Py_UCS4 c, Py_UCS4 *letters)
{
    if (c < CACHED ? letter_folds[c] > LONG_FOLD : is_caseless(c)) {
        letters[0] = c < CACHED ? letter_folds[c] : c;
        return 1;
    }
    return long_fold(c, letters);
}
