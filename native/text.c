/* The words of a text in any script: the twins of those in cleaner/text.py. */

#include "native.h"

#define COPYRIGHT 0xa9
#define LONG_WORD 64

/* Scripts that put no spaces between words: each character is a word of its own. */
static int is_unspaced(Py_UCS4 c)
{
    if (c < 0xe00)
        return 0;
    return c <= 0xeff || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
           (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

static int is_letter(Py_UCS4 c)
{
    return is_alnum(c) && !is_decimal(c) && !is_unspaced(c);
}

typedef struct {
    PyObject *text;
    int kind;
    const void *data;
    Py_ssize_t length, start, end; /* of the text; of the word found last */
    PyObject *folded;              /* that word, case folded; owned by who asked for it */
    int capital, squashed;
} Words;

static void begin(Words *words, PyObject *text)
{
    words->text = text;
    words->kind = PyUnicode_KIND(text);
    words->data = PyUnicode_DATA(text);
    words->length = PyUnicode_GET_LENGTH(text);
    words->end = 0;
}

static inline Py_UCS4 at(const Words *words, Py_ssize_t place)
{
    return PyUnicode_READ(words->kind, words->data, place);
}

/* Folds the word and looks at its case, as `is_squashed` does; 0 when that fails. */
static int fold(Words *words)
{
    char small[LONG_WORD];
    Py_ssize_t size = words->end - words->start;
    int ascii = size <= LONG_WORD, upper = 0, lower = 0, title = 0, lowered = 0, is_title = 1, before = 0;
    for (Py_ssize_t place = 0; place < size; place++) {
        Py_UCS4 c = at(words, words->start + place);
        int small_letter = is_lower(c), titled = c >= 128 && Py_UNICODE_ISTITLE(c);
        int raised = titled || is_upper(c);
        if (raised ? before : small_letter && !before)
            is_title = 0;
        before = raised || small_letter;
        lower |= small_letter;
        upper |= raised && !titled;
        title |= titled;
        lowered |= raised && Py_UNICODE_TOLOWER(c) != c;
        if (c >= 128)
            ascii = 0;
        if (ascii)
            small[place] = (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
    }
    Py_UCS4 first = at(words, words->start);
    words->capital = is_upper(first);
    words->squashed = lowered && (title || (upper && lower)) && !is_title;
    if (ascii)
        words->folded = PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND, small, size);
    else {
        PyObject *word = PyUnicode_Substring(words->text, words->start, words->end);
        words->folded = word == NULL ? NULL : PyObject_CallMethod(word, "casefold", NULL);
        Py_XDECREF(word);
    }
    return words->folded != NULL;
}

/* Finds the next word; 0 at the end of the text, and when an exception is set. */
static int next_word(Words *words)
{
    for (Py_ssize_t place = words->end; place < words->length; place++) {
        Py_UCS4 c = at(words, place);
        int decimal = is_decimal(c), single = !decimal && (c == COPYRIGHT || is_unspaced(c));
        if (!decimal && !single && !is_letter(c))
            continue;
        words->start = place++;
        while (!single && place < words->length &&
               (decimal ? is_decimal(at(words, place)) : is_letter(at(words, place))))
            place++;
        words->end = place;
        return fold(words);
    }
    return 0;
}

/* Whether a colon follows the word, perhaps behind a space. */
static int before_colon(const Words *words)
{
    if (words->end >= words->length)
        return 0;
    Py_UCS4 c = at(words, words->end);
    if (c == ':' || c == 0xff1a)
        return 1;
    return (c == ' ' || c == 0xa0 || c == 0x202f) && words->end + 1 < words->length && at(words, words->end + 1) == ':';
}

/* Appends word_class(folded, start, end, capital, colon). */
static int append(PyObject *list, PyObject *word_class, PyObject *folded, Py_ssize_t start, Py_ssize_t end, int capital,
                  int colon)
{
    PyObject *first = PyLong_FromSsize_t(start), *last = PyLong_FromSsize_t(end), *made = NULL;
    if (first != NULL && last != NULL) {
        PyObject *args[] = {folded, first, last, capital ? Py_True : Py_False, colon ? Py_True : Py_False};
        made = PyObject_Vectorcall(word_class, args, 5, NULL);
    }
    int failed = made == NULL ? -1 : PyList_Append(list, made);
    Py_XDECREF(first);
    Py_XDECREF(last);
    Py_XDECREF(made);
    return failed;
}

/* The words that the word found is made of, by a function of Python; NULL when that fails. */
static PyObject *parts_of(const Words *words, PyObject *parts)
{
    PyObject *word = PyUnicode_Substring(words->text, words->start, words->end);
    PyObject *found = word == NULL ? NULL : PyObject_CallOneArg(parts, word);
    Py_XDECREF(word);
    if (found != NULL && !PyList_CheckExact(found)) {
        PyErr_SetString(PyExc_TypeError, "the parts of a word are a list");
        Py_CLEAR(found);
    }
    return found;
}

/* Appends two words that stand as one. */
static int append_parts(PyObject *list, PyObject *word_class, const Words *words, PyObject *parts)
{
    Py_ssize_t start = words->start;
    for (Py_ssize_t each = 0; each < PyList_GET_SIZE(parts); each++) {
        PyObject *part = PyList_GET_ITEM(parts, each);
        if (!PyUnicode_Check(part) || PyUnicode_GET_LENGTH(part) == 0) {
            PyErr_SetString(PyExc_TypeError, "a part of a word is a string");
            return -1;
        }
        Py_ssize_t end = start + PyUnicode_GET_LENGTH(part);
        int capital = is_upper(PyUnicode_READ_CHAR(part, 0));
        PyObject *folded = PyObject_CallMethod(part, "casefold", NULL);
        int failed = folded == NULL || append(list, word_class, folded, start, end, capital,
                                              end == words->end && before_colon(words)) < 0;
        Py_XDECREF(folded);
        if (failed)
            return -1;
        start = end;
    }
    return 0;
}

/* split(text, joined, most, Word, parts): the words of a text, at most `most` unless it is negative. */
PyObject *native_split(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 5 || !PyUnicode_Check(args[0]) || !PyAnySet_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "split() takes a text, a set, a number, a class and a function");
    Py_ssize_t most = PyLong_AsSsize_t(args[2]);
    if (most == -1 && PyErr_Occurred())
        return NULL;
    PyObject *found = PyList_New(0);
    if (found == NULL)
        return NULL;
    Words words;
    begin(&words, args[0]);
    int failed = 0;
    while (!failed && most-- != 0 && next_word(&words)) {
        PyObject *parts = NULL;
        int two = words.squashed;
        if (two) {
            int joined = PySet_Contains(args[1], words.folded);
            parts = joined ? NULL : parts_of(&words, args[4]);
            failed = joined < 0 || (!joined && parts == NULL);
            two = parts != NULL && PyList_GET_SIZE(parts) > 0;
        }
        if (!failed)
            failed = two ? append_parts(found, args[3], &words, parts) < 0
                         : append(found, args[3], words.folded, words.start, words.end, words.capital,
                                  before_colon(&words)) < 0;
        Py_DECREF(words.folded);
        Py_XDECREF(parts);
    }
    if (PyErr_Occurred())
        Py_CLEAR(found);
    return found;
}

/* has_word(text, some, others, parts): whether a word stands in one of two sets, or two words stand as one. */
PyObject *native_has_word(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4 || !PyUnicode_Check(args[0]) || !PyAnySet_Check(args[1]) || !PyAnySet_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "has_word() takes a text, two sets and a function");
    Words words;
    begin(&words, args[0]);
    int found = 0;
    while (found == 0 && next_word(&words)) {
        found = PySet_Contains(args[1], words.folded);
        if (found == 0)
            found = PySet_Contains(args[2], words.folded);
        Py_DECREF(words.folded);
        if (found == 0 && words.squashed) {
            PyObject *parts = parts_of(&words, args[3]);
            found = parts == NULL ? -1 : PyList_GET_SIZE(parts) > 1;
            Py_XDECREF(parts);
        }
    }
    return PyErr_Occurred() ? NULL : PyBool_FromLong(found);
}

/* opening(text): the first two words, each None or case folded, and whether it is squashed; of the second, its capital. */
PyObject *native_opening(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "opening() takes a text");
    Words words;
    begin(&words, text);
    PyObject *first = next_word(&words) ? words.folded : NULL;
    int first_two = first != NULL && words.squashed;
    PyObject *second = first != NULL && next_word(&words) ? words.folded : NULL;
    if (PyErr_Occurred()) {
        Py_XDECREF(first);
        return NULL;
    }
    PyObject *found = PyTuple_Pack(5, first == NULL ? Py_None : first, first_two ? Py_True : Py_False,
                                   second == NULL ? Py_None : second,
                                   second != NULL && words.squashed ? Py_True : Py_False,
                                   second != NULL && words.capital ? Py_True : Py_False);
    Py_XDECREF(first);
    Py_XDECREF(second);
    return found;
}
