/* Words of texts and of class names, and what they weigh: the twins of those in cleaner/scoring/words.py. */

#include "native.h"

#define TEXT_CHARS 120
#define MOST_WORDS (2 * TEXT_CHARS) /* one small letter may become two */
#define NAME_CHARS 400
#define WIDE_WORD 4
#define WIDE_FROM 0x2e80

/* The words at the beginning of a text, each once: so few that each new one is compared with all before it. */
typedef struct {
    PyObject *words[MOST_WORDS];
    Py_hash_t hashes[MOST_WORDS];
    int count;
} Bag;

static void empty(Bag *bag)
{
    while (bag->count > 0)
        Py_DECREF(bag->words[--bag->count]);
}

/* Puts a new string into a bag; takes the string over. */
static int put(Bag *bag, PyObject *word)
{
    Py_hash_t hash = word == NULL ? -1 : PyObject_Hash(word);
    for (int at = 0; hash != -1 && at < bag->count; at++)
        if (bag->hashes[at] == hash && PyUnicode_Compare(bag->words[at], word) == 0) {
            Py_DECREF(word);
            return 0;
        }
    if (hash == -1 || bag->count == MOST_WORDS) {
        Py_XDECREF(word);
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_OverflowError, "a text begins with too many words");
        return -1;
    }
    bag->hashes[bag->count] = hash;
    bag->words[bag->count++] = word;
    return 0;
}

/* The words of a text in ASCII letters. */
static int ascii_words(Bag *bag, const Py_UCS1 *text, Py_ssize_t length)
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
            if (put(bag, PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND, folded + start, at - start)) < 0)
                return -1;
        }
        else {
            has_digit |= text[at] >= '0' && text[at] <= '9';
            at++;
        }
    }
    return has_digit ? put(bag, PyUnicode_FromStringAndSize("0", 1)) : 0;
}

/* The words of a text in small letters of any script: runs of decimal digits, and runs of other letters and numbers. */
static int script_words(Bag *bag, PyObject *text)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0, start; at < length;) {
        Py_UCS4 first = PyUnicode_READ(kind, data, at);
        start = at++;
        int decimal = is_decimal(first);
        if (!decimal && !is_alnum(first))
            continue;
        for (; at < length; at++) {
            Py_UCS4 next = PyUnicode_READ(kind, data, at);
            if (decimal ? !is_decimal(next) : is_decimal(next) || !is_alnum(next))
                break;
        }
        Py_ssize_t end = first >= WIDE_FROM && at - start > WIDE_WORD ? start + WIDE_WORD : at;
        int digit = Py_UNICODE_ISDIGIT(first);
        if (put(bag, digit ? PyUnicode_FromStringAndSize("0", 1) : PyUnicode_Substring(text, start, end)) < 0)
            return -1;
    }
    return 0;
}

/* The words of a text; -1 when that fails. */
static int begin_words(Bag *bag, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > TEXT_CHARS)
        length = TEXT_CHARS;
    if (PyUnicode_IS_ASCII(text))
        return ascii_words(bag, PyUnicode_1BYTE_DATA(text), length);
    PyObject *head = PyUnicode_Substring(text, 0, length);
    PyObject *folded = head == NULL ? NULL : PyObject_CallMethod(head, "lower", NULL);
    int failed = folded == NULL ? -1 : script_words(bag, folded);
    Py_XDECREF(head);
    Py_XDECREF(folded);
    return failed;
}

/* text_words(text): the set of the words at the beginning of a text, in small letters, digits as `0`. */
PyObject *native_text_words(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "text_words() takes a string");
    Bag bag = {.count = 0};
    PyObject *set = begin_words(&bag, text) < 0 ? NULL : PySet_New(NULL);
    for (int at = 0; set != NULL && at < bag.count; at++)
        if (PySet_Add(set, bag.words[at]) < 0)
            Py_CLEAR(set);
    empty(&bag);
    return set;
}

static inline int is_small(Py_UCS4 letter) { return letter >= 'a' && letter <= 'z'; }
static inline int is_capital(Py_UCS4 letter) { return letter >= 'A' && letter <= 'Z'; }

/* Adds a new string to a set; takes the string over. */
static int add(PyObject *set, PyObject *word)
{
    if (word == NULL)
        return -1;
    int failed = PySet_Add(set, word);
    Py_DECREF(word);
    return failed;
}

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
        if (!is_small(first) && !is_capital(first))
            continue;
        word[0] = (char)(first | 32);
        for (end = at; end < length && is_small(PyUnicode_READ(kind, data, end)); end++)
            word[end - start] = (char)PyUnicode_READ(kind, data, end);
        if (end - at < (is_capital(first) ? 2 : 1)) {
            end = at;
            if (is_capital(first))
                for (; end < length && is_capital(PyUnicode_READ(kind, data, end)); end++)
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

/* The weights of words, added up in hundredths. */
typedef struct {
    long long sum, low, high;
} Weights;

/* Adds a word's weight, if the table has it; 0 when that fails. */
static int weigh_word(Weights *weights, PyObject *table, PyObject *word)
{
    PyObject *known = PyDict_GetItemWithError(table, word);
    if (known == NULL)
        return !PyErr_Occurred();
    long weight = PyLong_AsLong(known);
    weights->sum += weight;
    if (weight < weights->low)
        weights->low = weight;
    if (weight > weights->high)
        weights->high = weight;
    return weight != -1 || !PyErr_Occurred();
}

/* weigh(words, table): sum, smallest (0 at most) and largest (0 at least) weight of the words that the table has. */
PyObject *native_weigh(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyDict_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "weigh() takes words and a dictionary");
    PyObject *words = PyObject_GetIter(args[0]), *word;
    if (words == NULL)
        return NULL;
    Weights weights = {0, 0, 0};
    int failed = 0;
    while (!failed && (word = PyIter_Next(words)) != NULL) {
        failed = !weigh_word(&weights, args[1], word);
        Py_DECREF(word);
    }
    Py_DECREF(words);
    if (PyErr_Occurred())
        return NULL;
    return Py_BuildValue("(ddd)", (double)weights.sum / 100.0, (double)weights.low / 100.0,
                         (double)weights.high / 100.0);
}

/* heard(text, table, others): what the words of a text weigh as by `weigh`, how many are among others, how many it has. */
PyObject *native_heard(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !PyDict_Check(args[1]) || !PyAnySet_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "heard() takes a text, a dictionary and a set");
    Bag bag = {.count = 0};
    Weights weights = {0, 0, 0};
    int failed = begin_words(&bag, args[0]) < 0, words = bag.count, shared = 0;
    for (int at = 0; !failed && at < words; at++) {
        int known = PySet_GET_SIZE(args[2]) ? PySet_Contains(args[2], bag.words[at]) : 0;
        failed = known < 0 || !weigh_word(&weights, args[1], bag.words[at]);
        shared += known > 0;
    }
    empty(&bag);
    if (failed)
        return NULL;
    return Py_BuildValue("(dddii)", (double)weights.sum / 100.0, (double)weights.low / 100.0,
                         (double)weights.high / 100.0, shared, words);
}
