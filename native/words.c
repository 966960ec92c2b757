/* Words of texts and of class names, and what they weigh: the twins of those in cleaner/scoring/words.py. */

#include "native.h"

#define TEXT_CHARS 120
#define NAME_CHARS 400
#define WIDE_WORD 4
#define WIDE_FROM 0x2e80

/* Adds a new string to a set; takes the string over. */
static int add(PyObject *set, PyObject *word)
{
    if (word == NULL)
        return -1;
    int failed = PySet_Add(set, word);
    Py_DECREF(word);
    return failed;
}

/* The words of a text in ASCII letters. */
static int ascii_words(PyObject *set, const Py_UCS1 *text, Py_ssize_t length)
{
    char folded[TEXT_CHARS];
    int has_digit = 0;
    for (Py_ssize_t at = 0, start; at < length;) {
        start = at;
        while (at < length && ((text[at] | 32) >= 'a' && (text[at] | 32) <= 'z')) {
            folded[at] = (char)(text[at] | 32);
            at++;
        }
        if (at > start) {
            if (add(set, PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND, folded + start, at - start)) < 0)
                return -1;
        }
        else {
            has_digit |= text[at] >= '0' && text[at] <= '9';
            at++;
        }
    }
    return has_digit ? add(set, PyUnicode_FromStringAndSize("0", 1)) : 0;
}

/* The words of a text in small letters of any script: runs of decimal digits, and runs of other letters and numbers. */
static int script_words(PyObject *set, PyObject *text)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0, start; at < length;) {
        Py_UCS4 first = PyUnicode_READ(kind, data, at);
        start = at++;
        int decimal = Py_UNICODE_ISDECIMAL(first);
        if (!decimal && !Py_UNICODE_ISALNUM(first))
            continue;
        for (; at < length; at++) {
            Py_UCS4 next = PyUnicode_READ(kind, data, at);
            if (decimal ? !Py_UNICODE_ISDECIMAL(next) : Py_UNICODE_ISDECIMAL(next) || !Py_UNICODE_ISALNUM(next))
                break;
        }
        Py_ssize_t end = first >= WIDE_FROM && at - start > WIDE_WORD ? start + WIDE_WORD : at;
        int digit = Py_UNICODE_ISDIGIT(first);
        if (add(set, digit ? PyUnicode_FromStringAndSize("0", 1) : PyUnicode_Substring(text, start, end)) < 0)
            return -1;
    }
    return 0;
}

/* text_words(text): the set of the words at the beginning of a text, in small letters, digits as `0`. */
PyObject *native_text_words(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "text_words() takes a string");
    PyObject *set = PySet_New(NULL);
    if (set == NULL)
        return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > TEXT_CHARS)
        length = TEXT_CHARS;
    int failed;
    if (PyUnicode_IS_ASCII(text))
        failed = ascii_words(set, PyUnicode_1BYTE_DATA(text), length);
    else {
        PyObject *head = PyUnicode_Substring(text, 0, length);
        PyObject *folded = head == NULL ? NULL : PyObject_CallMethod(head, "lower", NULL);
        failed = folded == NULL ? -1 : script_words(set, folded);
        Py_XDECREF(head);
        Py_XDECREF(folded);
    }
    if (failed < 0)
        Py_CLEAR(set);
    return set;
}

static inline int is_lower(Py_UCS4 letter) { return letter >= 'a' && letter <= 'z'; }
static inline int is_upper(Py_UCS4 letter) { return letter >= 'A' && letter <= 'Z'; }

/* The words of one name: small letters, perhaps after a capital, or capitals; two of them at least. */
static int split_name(PyObject *set, PyObject *name)
{
    char word[NAME_CHARS];
    int kind = PyUnicode_KIND(name);
    const void *data = PyUnicode_DATA(name);
    Py_ssize_t length = PyUnicode_GET_LENGTH(name);
    if (length > NAME_CHARS)
        length = NAME_CHARS;
    for (Py_ssize_t at = 0, start, end; at < length;) {
        Py_UCS4 first = PyUnicode_READ(kind, data, at);
        start = at++;
        if (!is_lower(first) && !is_upper(first))
            continue;
        word[0] = (char)(first | 32);
        for (end = at; end < length && is_lower(PyUnicode_READ(kind, data, end)); end++)
            word[end - start] = (char)PyUnicode_READ(kind, data, end);
        if (end - at < (is_upper(first) ? 2 : 1)) {
            end = at;
            if (is_upper(first))
                for (; end < length && is_upper(PyUnicode_READ(kind, data, end)); end++)
                    word[end - start] = (char)(PyUnicode_READ(kind, data, end) | 32);
        }
        if (end - start < 2)
            continue;
        if (add(set, PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND, word, end - start)) < 0)
            return -1;
        at = end;
    }
    return 0;
}

/* name_words(*names): the set of the words of id, class and other names, in small letters. */
PyObject *native_name_words(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    PyObject *set = PySet_New(NULL);
    for (Py_ssize_t at = 0; set != NULL && at < count; at++) {
        if (!PyUnicode_Check(args[at])) {
            PyErr_SetString(PyExc_TypeError, "name_words() takes strings");
            Py_CLEAR(set);
        }
        else if (split_name(set, args[at]) < 0)
            Py_CLEAR(set);
    }
    return set;
}

/* weigh(words, table): sum, smallest (0 at most) and largest (0 at least) weight of the words that the table has. */
PyObject *native_weigh(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyDict_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "weigh() takes words and a dictionary");
    PyObject *words = PyObject_GetIter(args[0]), *word;
    if (words == NULL)
        return NULL;
    long long sum = 0, low = 0, high = 0;
    while ((word = PyIter_Next(words)) != NULL) {
        PyObject *known = PyDict_GetItemWithError(args[1], word);
        long weight = known == NULL ? 0 : PyLong_AsLong(known);
        Py_DECREF(word);
        if (PyErr_Occurred())
            break;
        sum += weight;
        if (weight < low)
            low = weight;
        if (weight > high)
            high = weight;
    }
    Py_DECREF(words);
    if (PyErr_Occurred())
        return NULL;
    return Py_BuildValue("(ddd)", (double)sum / 100.0, (double)low / 100.0, (double)high / 100.0);
}
