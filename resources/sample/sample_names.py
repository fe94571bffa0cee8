# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for the fictional sample people, by culture. Given and family names are paired by chance; a name that happens
to be somebody's is a coincidence. Names in another script come with the Latin spelling used in links and addresses."""

GIVEN_US = """Marisol Everett Tamsin Jerome Odette Calvin Priscilla Wendell Annika Tobias Renata Desmond Farrah Gideon
Hollis Imogen Jasper Keziah Lorenzo Maeve Nolan Ophelia Quentin Rosalind Silas Talia Ulysses Verity Winona Xander Yara
Zachariah Adelaide Beckett Camille Dashiell Eloise Fletcher Giselle Harlan Ingrid Jonas Kiera Leland Mirabel Nathaniel
Opal Phineas Ramona Sterling Thea Vaughn Willa Amara Bennett Corinne Darius Esme Felix Greta Hugo Isadora Julian Katya
Lucian Marguerite Nico Oriana Percival Rhea Sebastian Tessa Valentina Wyatt Anthony Brianna Curtis Danielle Elijah
Felicia Grant Heather Isaiah Jocelyn Kendra Lamar Monique Nadine Omar Paige Rafael Simone Trevor Vanessa Whitney
Alejandro Beatriz Cedric Dolores Ernesto Francesca Guillermo Hannah Ivan Joelle""".split()

FAMILY_US = """Quandahl Thistlewood Okafor-Reyes Brackenridge Vandermeer Pellegrin Ashdown Castellane Fennimore Grayling
Hollenbeck Ibarrola Kallstrom Lindqvist Montrose Nakagawa Oyelaran Pruett Quillian Rosenthorn Szymborski Tallmadge
Underhill Villaseñor Wexcombe Yarrow Zielke Abernethy Birdsong Calloway Drummond Ellsworth Farnsworth Galbraith
Haverford Inskeep Jessup Kirkbride Lockridge Merriweather Northcott Ogletree Pemberton Radcliffe Sandoval Thackeray
Ullman Vasquez-Moll Whitcomb Youngblood Zamarripa Arceneaux Boudreaux Castañeda Delacruz Escobedo Figueroa Guidry
Hathaway Iwamoto Jaramillo Kaminski Lefebvre Mascarenhas Nwachukwu Ottesen Paquette Quiñones Rasmussen Stavros
Trevathan Uzoma Valdivia Wojtowicz Yoshikawa Zeller Amundsen Blackwood Crenshaw Dunleavy Eastman Fairweather Goldfinch
Huckaby Ivory Jernigan Kowalczyk Lovelace McAdoo Nettleship Oakhurst Pettigrew Ravensworth Sorrell Truscott Vanterpool
Winterbourne Yelverton Zimmerlin Applewhite Bonaventure Cottonwood Desrosiers Ettinger Frobisher Greenleaf Hargrove
Islington Jolliffe Kettering Langstaff Mossberg""".split()

GIVEN_GB = "Alistair Bronwen Callum Daphne Euan Freya Gareth Harriet Isla Jago Keira Lachlan Morwenna Niall Orla Poppy Rhys Saoirse Tarquin Una".split()
FAMILY_GB = "Ainscough Braithwaite Cholmeley Dunwoody Entwistle Featherstone Gillespie Hebblethwaite Ingleby Jardine Kilbride Llewellyn Micklethwait Ormerod Penhaligon Ravenscroft Satterthwaite Tregenza Urquhart Wolstenholme".split()
GIVEN_DE = "Anneliese Björn Clemens Dörte Eike Franziska Götz Heike Jörg Katharina Lennart Mechthild Nils Ottilie Rüdiger Sönke Til Ulrike Veit Wiebke".split()
FAMILY_DE = "Ackerknecht Böttcher Dörfler Eschenbach Feldhütter Grünwald Hüttmann Jägersberg Köpplin Löwenthal Müllerschön Nöthlich Oberländer Quittenbaum Rößler Schönfelder Tröndle Überschär Weißgerber Zöllner".split()
GIVEN_FR = "Amélie Baptiste Clémence Damien Éloïse François Gaëlle Hervé Inès Jérôme Léonie Maëlle Noé Océane Raphaël Séverine Théo Zoé".split()
FAMILY_FR = "Aubrivière Beauséjour Chantereau Desfontaines Épinoux Fauconnet Guérinaud Hautecœur Jolivert Lançonneur Maisonrouge Noirtin Péricaud Quesnay-Roux Rochebrune Sauveterre Tillémont Vaucresson".split()
GIVEN_ES = "Íñigo Macarena Joaquín Lucía Nuño Rocío".split()
FAMILY_ES = "Arizmendi-Soto Bengoetxea Cifuentes Echevarría Muñizal Peñaflor".split()
GIVEN_IT = "Ludovica Matteo Chiara Niccolò".split()
FAMILY_IT = "Bonaccorsi Dell’Olmo Fioravante Montebruno".split()
GIVEN_NL = "Sanne Joost Femke Thijs".split()
FAMILY_NL = "Van der Heuvelen|De Windt-Kolk|Terpstraat|Ten Brinkhof".split("|")
GIVEN_BR = "Antônia Caio Débora Estevão Flávia Gonçalo Helô Iuri João Luísa Márcio Tainá".split()
FAMILY_BR = "Albuquerque Brandão Conceição Damasceno Evangelista Falcão Guimarães Magalhães Nogueira Paixão Sampaio Vilhena".split()
GIVEN_MX = "Citlali Emiliano Itzel Leobardo Montserrat Ximena Yolotl Abundio".split()
FAMILY_MX = "Ahumada Barragán Cisneros-Luna Peñaloza Quezadas Tlapale Zúñigas Íñiguez".split()
GIVEN_NG = "Adaeze Babatunde Chidinma Damilola Ebuka Folasade Ifeoma Kelechi Ngozi Olumide Temitope Uchechi".split()
FAMILY_NG = "Abiodun-Cole Adewunmi Chukwuemeka Eghosa Fasanya Ikwueme Nnamdi-Obi Odukoya Ogunbanjo Olatunbosun Onwudiwe Uwaifo".split()
GIVEN_KE = "Wanjiru Kiprono Achieng Mwangaza".split()
FAMILY_KE = "Kamathi Odhiambo-Ruto Nderitwa Chepkwony".split()
GIVEN_IN = "Aarav Bhavana Chaitanya Devika Eshaan Falguni Girish Harini Ishita Jagdish Kavya Lakshmi Manoj Nandini Omkar Pallavi Raghav Shruti Tejas Urvashi Vikram Yamini Aditi Siddharth".split()
FAMILY_IN = "Ambalavanan Bhattacharjee Chakravarti Deshmukhe Ganapathiraju Hegdekar Iyengarh Joshipura Kulkarnikar Mahapatruni Nambisan Oberoiwal Padmanabhan Raghunathan Subramanyam Trivedwal Upadhyayula Venkatraman".split()
GIVEN_SG = "Wei Ling|Hafiz|Priya|Jun Hao|Shu Fen|Darren".split("|")
FAMILY_SG = "Tanoko Rahmanshah Nairajan Limbang Ong-Tay Chewling".split()
GIVEN_AU = "Bindi Lachie Matilda Jarrah".split()
FAMILY_AU = "Wattleford Coolabarra Dunnavale Merindah".split()
GIVEN_CA = "Étienne Maxime Saskia Gurpreet Noémie Angus Leila Bryce Solène Tanvir".split()
FAMILY_CA = "Beauchesne-Lake Chilliwack Dhaliwalla Frontenac Gaspereau Kootenay Lachance-Poll Manitouk Saguenay Thunderhill".split()
GIVEN_PL = "Łukasz Małgorzata Stanisław Żaneta Grzegorz Świętosława Bożena Michał Wacława Zdzisław".split()
FAMILY_PL = "Błażejewicz Ćwiklik Dąbrówka Gąsienica-Lis Jóźwiak Krzyżaniak Łopuszko Mączka Śliwowicz Żółkiewicz".split()
GIVEN_VN = "Đức Hiếu Khánh Linh Minh Ngọc Phương Thảo".split()
FAMILY_VN = "Bùi Đặng Đỗ Hoàng Lê Nguyễn Phạm Trần".split()
GIVEN_TR = "Çağla Oğuz Gülşen İlker".split()
FAMILY_TR = "Akçaoğlu Yıldırımer Şentürkan Öztepe".split()

# (given, given in Latin letters, family, family in Latin letters)
JAPAN = [("太郎", "Taro", "山田原", "Yamadahara"), ("美咲", "Misaki", "霧島", "Kirishima"), ("健一", "Kenichi", "朝比奈", "Asahina"),
    ("さくら", "Sakura", "小鳥遊", "Takanashi"), ("大輔", "Daisuke", "白鷺", "Shirasagi"), ("陽菜", "Hina", "月城", "Tsukishiro"),
    ("翔太", "Shota", "御堂筋", "Midosuji"), ("結衣", "Yui", "葉隠", "Hagakure"), ("直樹", "Naoki", "早乙女", "Saotome"),
    ("千尋", "Chihiro", "雪村", "Yukimura"), ("蓮", "Ren", "鷹取", "Takatori"), ("真由美", "Mayumi", "神楽坂", "Kagurazaka"),
    ("Haruto", "Haruto", "Fujigamori", "Fujigamori"), ("Emi", "Emi", "Okazawara", "Okazawara")]
CHINA = [("思远", "Siyuan", "慕容", "Murong"), ("雨桐", "Yutong", "欧阳", "Ouyang"), ("子墨", "Zimo", "司徒", "Situ"),
    ("欣怡", "Xinyi", "诸葛", "Zhuge"), ("浩然", "Haoran", "上官", "Shangguan"), ("静怡", "Jingyi", "夏侯", "Xiahou"),
    ("Zihan", "Zihan", "Linghu", "Linghu"), ("Meixuan", "Meixuan", "Dongfang", "Dongfang"), ("天佑", "Tianyou", "皇甫", "Huangfu"),
    ("嘉怡", "Ka Yee", "端木", "Duanmu")]
KOREA = [("민준", "Minjun", "김", "Kim"), ("서연", "Seoyeon", "제갈", "Jegal"), ("도윤", "Doyun", "남궁", "Namgung"),
    ("지우", "Jiwoo", "황보", "Hwangbo"), ("하은", "Haeun", "선우", "Seonwoo"), ("시우", "Siwoo", "독고", "Dokgo"),
    ("수아", "Sua", "사공", "Sagong"), ("Jihoon", "Jihoon", "Seomun", "Seomun"), ("예린", "Yerin", "탁", "Tak"), ("준호", "Junho", "방", "Bang")]
EGYPT = [("محمد", "Mohamed", "الشرقاوي", "El-Sharkawy"), ("ياسمين", "Yasmine", "النحاس", "El-Nahhas"), ("عمر", "Omar", "البدراوي", "El-Badrawy"),
    ("نورهان", "Nourhan", "الدسوقي", "El-Desouky"), ("Karim", "Karim", "Zaghlawi", "Zaghlawi"), ("Salma", "Salma", "El-Gindawi", "El-Gindawi"),
    ("حسن", "Hassan", "المنياوي", "El-Minyawi"), ("Dina", "Dina", "Abou-Rehab", "Abou-Rehab")]
ISRAEL = [("נועה", "Noa", "בן־ציון", "Ben-Zion"), ("איתן", "Eitan", "שחרור", "Shachrur"), ("Tamar", "Tamar", "Galiloff", "Galiloff"),
    ("יעל", "Yael", "הר־זהב", "Har-Zahav"), ("Amit", "Amit", "Rosenkrantzi", "Rosenkrantzi"), ("Shira", "Shira", "Carmelit", "Carmelit"),
    ("Ori", "Ori", "Tzafrirov", "Tzafrirov"), ("מאיה", "Maya", "אלמוגי", "Almogi")]
UKRAINE = [("Олена", "Olena", "Вишняк", "Vyshniak"), ("Тарас", "Taras", "Гайдабура", "Haidabura"), ("Соломія", "Solomiia", "Зоренко", "Zorenko"),
    ("Андрій", "Andrii", "Кожум’яка", "Kozhumiaka"), ("Iryna", "Iryna", "Pidlisko", "Pidlisko"), ("Богдан", "Bohdan", "Чорноліс", "Chornolis")]
RUSSIA = [("Анна", "Anna", "Светлояр", "Svetloyar"), ("Дмитрий", "Dmitry", "Заозёрных", "Zaozyornykh"), ("Ксения", "Ksenia", "Черноморец", "Chernomorets"),
    ("Павел", "Pavel", "Беловодских", "Belovodskikh")]
HONG_KONG = [("嘉欣", "Ka Yan", "歐陽", "Auyeung"), ("俊傑", "Chun Kit", "司徒", "Szeto"), ("Wing Lam", "Wing Lam", "Sheungkoon", "Sheungkoon"),
    ("詠詩", "Wing Sze", "諸葛", "Chukot"), ("Tsz Hin", "Tsz Hin", "Muyung", "Muyung"), ("曉彤", "Hiu Tung", "端木", "Tuenmuk")]
