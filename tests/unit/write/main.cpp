// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc >= 2 && QByteArrayView(argv[1]) == "--samples") {
        return printSamples(argc > 2 ? QByteArrayView(argv[2]).toInt() : 20);
    }
    PhrasesTest phrases;
    TemplateTextTest templateText;
    VariablesTest variables;
    TemplateWriterTest templateWriter;
    SentenceEditingTest sentenceEditing;
    OwnTemplateTest ownTemplate;
    VoiceRulesTest voiceRules;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&phrases, &templateText, &variables, &templateWriter,
                                           &sentenceEditing, &ownTemplate, &voiceRules}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
