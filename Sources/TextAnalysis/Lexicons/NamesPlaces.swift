/// Places: countries with their other names, demonyms and capitals; states, cities, regions; words that place names are made of.
enum PlaceWords {
  /// One country a line: `names separated by | ; adjectives and demonyms ; capital and other seats of government`.
  static let countries: StaticString = """
    # Hand-collected for this project from general knowledge. Public domain (CC0).
    United States | US | USA | America | United States of America ; American Americans ; Washington | Washington DC | Washington D.C.
    Russia | Russian Federation ; Russian Russians ; Moscow
    United Kingdom | UK | Britain | Great Britain ; British Briton Britons ; London | Westminster
    China | People's Republic of China | PRC ; Chinese ; Beijing | Peking
    France | French Republic ; French Frenchman Frenchwoman ; Paris
    Germany | Federal Republic of Germany ; German Germans ; Berlin
    Afghanistan ; Afghan Afghans ; Kabul
    Albania ; Albanian Albanians ; Tirana
    Algeria ; Algerian Algerians ; Algiers
    Andorra ; Andorran ;
    Angola ; Angolan Angolans ; Luanda
    Argentina ; Argentine Argentinian Argentines Argentinians ; Buenos Aires
    Armenia ; Armenian Armenians ; Yerevan
    Australia ; Australian Australians ; Canberra
    Austria ; Austrian Austrians ; Vienna
    Azerbaijan ; Azerbaijani Azeri Azerbaijanis ; Baku
    Bahamas ; Bahamian ; Nassau
    Bahrain ; Bahraini Bahrainis ; Manama
    Bangladesh ; Bangladeshi Bangladeshis ; Dhaka
    Barbados ; Barbadian ; Bridgetown
    Belarus ; Belarusian Belarusians Belarussian ; Minsk
    Belgium ; Belgian Belgians ; Brussels
    Belize ; Belizean ; Belmopan
    Benin ; Beninese ; Porto-Novo
    Bhutan ; Bhutanese ; Thimphu
    Bolivia ; Bolivian Bolivians ; La Paz
    Bosnia and Herzegovina | Bosnia | Bosnia-Herzegovina ; Bosnian Bosnians ; Sarajevo
    Botswana ; Botswanan ; Gaborone
    Brazil ; Brazilian Brazilians ; Brasilia
    Brunei ; Bruneian ;
    Bulgaria ; Bulgarian Bulgarians ; Sofia
    Burkina Faso ; Burkinabe ; Ouagadougou
    Myanmar | Burma ; Burmese ; Naypyidaw
    Burundi ; Burundian ; Bujumbura
    Cambodia ; Cambodian Cambodians ; Phnom Penh
    Cameroon ; Cameroonian Cameroonians ; Yaounde
    Canada ; Canadian Canadians ; Ottawa
    Cape Verde ; Cape-Verdean ;
    Central African Republic | CAR ; ; Bangui
    Chad ; Chadian Chadians ; N'Djamena
    Chile ; Chilean Chileans ; Santiago
    Colombia ; Colombian Colombians ; Bogota
    Comoros ; Comoran ;
    Democratic Republic of Congo | Democratic Republic of the Congo | DR Congo | DRC | Congo ; Congolese ; Kinshasa
    Costa Rica ; Costa-Rican ;
    Croatia ; Croatian Croatians Croat Croats ; Zagreb
    Cuba ; Cuban Cubans ; Havana
    Cyprus ; Cypriot Cypriots ; Nicosia
    Czech Republic | Czechia ; Czech Czechs ; Prague
    Denmark ; Danish Dane Danes ; Copenhagen
    Djibouti ; Djiboutian ;
    Dominica ; ;
    Dominican Republic ; Dominican Dominicans ; Santo Domingo
    East Timor | Timor-Leste ; Timorese ; Dili
    Ecuador ; Ecuadorian Ecuadorean Ecuadorians ; Quito
    Egypt ; Egyptian Egyptians ; Cairo
    El Salvador ; Salvadoran Salvadorans ; San Salvador
    Equatorial Guinea ; ; Malabo
    Eritrea ; Eritrean Eritreans ; Asmara
    Estonia ; Estonian Estonians ; Tallinn
    Eswatini | Swaziland ; Swazi ;
    Ethiopia ; Ethiopian Ethiopians ; Addis Ababa
    Fiji ; Fijian Fijians ; Suva
    Finland ; Finnish Finn Finns ; Helsinki
    Gabon ; Gabonese ; Libreville
    Gambia | The Gambia ; Gambian ; Banjul
    Georgia ; Georgian Georgians ; Tbilisi
    Ghana ; Ghanaian Ghanaians ; Accra
    Greece ; Greek Greeks ; Athens
    Grenada ; Grenadian ;
    Guatemala ; Guatemalan Guatemalans ; Guatemala City
    Guinea ; Guinean Guineans ; Conakry
    Guinea-Bissau ; ; Bissau
    Guyana ; Guyanese ; Georgetown
    Haiti ; Haitian Haitians ; Port-au-Prince
    Honduras ; Honduran Hondurans ; Tegucigalpa
    Hungary ; Hungarian Hungarians ; Budapest
    Iceland ; Icelandic Icelander Icelanders ; Reykjavik
    India ; Indian Indians ; New Delhi | Delhi
    Indonesia ; Indonesian Indonesians ; Jakarta
    Iran | Islamic Republic of Iran ; Iranian Iranians ; Tehran | Teheran
    Iraq ; Iraqi Iraqis ; Baghdad
    Ireland | Irish Republic | Republic of Ireland ; Irish Irishman Irishwoman ; Dublin
    Israel ; Israeli Israelis ; Jerusalem
    Italy ; Italian Italians ; Rome
    Ivory Coast | Cote d'Ivoire ; Ivorian Ivorians ; Abidjan
    Jamaica ; Jamaican Jamaicans ; Kingston
    Japan ; Japanese ; Tokyo
    Jordan ; Jordanian Jordanians ; Amman
    Kazakhstan ; Kazakh Kazakhs ; Astana | Nur-Sultan
    Kenya ; Kenyan Kenyans ; Nairobi
    Kosovo ; Kosovan Kosovar Kosovars ; Pristina
    Kuwait ; Kuwaiti Kuwaitis ;
    Kyrgyzstan ; Kyrgyz ; Bishkek
    Laos ; Laotian Lao ; Vientiane
    Latvia ; Latvian Latvians ; Riga
    Lebanon ; Lebanese ; Beirut
    Lesotho ; ; Maseru
    Liberia ; Liberian Liberians ; Monrovia
    Libya ; Libyan Libyans ; Tripoli
    Liechtenstein ; ; Vaduz
    Lithuania ; Lithuanian Lithuanians ; Vilnius
    Luxembourg ; Luxembourgish ;
    Madagascar ; Malagasy ; Antananarivo
    Malawi ; Malawian Malawians ; Lilongwe
    Malaysia ; Malaysian Malaysians ; Kuala Lumpur
    Maldives ; Maldivian ;
    Mali ; Malian Malians ; Bamako
    Malta ; Maltese ; Valletta
    Mauritania ; Mauritanian ; Nouakchott
    Mauritius ; Mauritian ; Port Louis
    Mexico ; Mexican Mexicans ; Mexico City
    Moldova ; Moldovan Moldovans ; Chisinau
    Monaco ; Monegasque ;
    Mongolia ; Mongolian Mongolians ; Ulaanbaatar
    Montenegro ; Montenegrin Montenegrins ; Podgorica
    Morocco ; Moroccan Moroccans ; Rabat
    Mozambique ; Mozambican ; Maputo
    Namibia ; Namibian Namibians ; Windhoek
    Nauru ; ;
    Nepal ; Nepalese Nepali ; Kathmandu
    Netherlands | Holland ; Dutch Dutchman ; The Hague | Hague
    New Zealand ; New-Zealander ; Wellington
    Nicaragua ; Nicaraguan Nicaraguans ; Managua
    Niger ; Nigerien ; Niamey
    Nigeria ; Nigerian Nigerians ; Abuja
    North Korea | Democratic People's Republic of Korea | DPRK ; North-Korean North-Koreans ; Pyongyang
    South Korea | Republic of Korea ; South-Korean South-Koreans ; Seoul
    North Macedonia | Macedonia ; Macedonian Macedonians ; Skopje
    Norway ; Norwegian Norwegians ; Oslo
    Oman ; Omani Omanis ; Muscat
    Pakistan ; Pakistani Pakistanis ; Islamabad
    Palestine | Palestinian territories | Palestinian Territories ; Palestinian Palestinians ; Ramallah
    Panama ; Panamanian Panamanians ; Panama City
    Papua New Guinea ; ; Port Moresby
    Paraguay ; Paraguayan ; Asuncion
    Peru ; Peruvian Peruvians ; Lima
    Philippines ; Philippine Filipino Filipinos ; Manila
    Poland ; Polish Pole Poles ; Warsaw
    Portugal ; Portuguese ; Lisbon
    Qatar ; Qatari Qataris ; Doha
    Romania ; Romanian Romanians ; Bucharest
    Rwanda ; Rwandan Rwandans ; Kigali
    Saint Lucia | St Lucia ; ;
    Samoa ; Samoan ; Apia
    Saudi Arabia | Kingdom of Saudi Arabia ; Saudi Saudis Saudi-Arabian ; Riyadh
    Senegal ; Senegalese ; Dakar
    Serbia ; Serbian Serbians Serb Serbs ; Belgrade
    Seychelles ; ;
    Sierra Leone ; Sierra-Leonean ; Freetown
    Singapore ; Singaporean Singaporeans ;
    Slovakia ; Slovak Slovaks Slovakian ; Bratislava
    Slovenia ; Slovenian Slovenians Slovene ; Ljubljana
    Solomon Islands ; ; Honiara
    Somalia ; Somali Somalis ; Mogadishu
    South Africa ; South-African South-Africans ; Pretoria
    South Sudan ; South-Sudanese ; Juba
    Spain ; Spanish Spaniard Spaniards ; Madrid
    Sri Lanka ; Sri-Lankan Sri-Lankans ; Colombo
    Sudan ; Sudanese ; Khartoum
    Suriname ; Surinamese ; Paramaribo
    Sweden ; Swedish Swede Swedes ; Stockholm
    Switzerland ; Swiss ; Bern | Berne
    Syria | Syrian Arab Republic ; Syrian Syrians ; Damascus
    Taiwan ; Taiwanese ; Taipei
    Tajikistan ; Tajik Tajiks ; Dushanbe
    Tanzania ; Tanzanian Tanzanians ; Dodoma
    Thailand ; Thai Thais ; Bangkok
    Togo ; Togolese ; Lome
    Tonga ; Tongan ;
    Trinidad and Tobago | Trinidad ; Trinidadian ; Port of Spain
    Tunisia ; Tunisian Tunisians ; Tunis
    Turkey | Turkiye ; Turkish Turk Turks ; Ankara
    Turkmenistan ; Turkmen ; Ashgabat
    Uganda ; Ugandan Ugandans ; Kampala
    Ukraine ; Ukrainian Ukrainians ; Kyiv | Kiev
    United Arab Emirates | UAE ; Emirati Emiratis ; Abu Dhabi
    Uruguay ; Uruguayan Uruguayans ; Montevideo
    Uzbekistan ; Uzbek Uzbeks ; Tashkent
    Vanuatu ; ; Port Vila
    Vatican City ; ;
    Venezuela ; Venezuelan Venezuelans ; Caracas
    Vietnam ; Vietnamese ; Hanoi
    Yemen ; Yemeni Yemenis ; Sanaa | Sana'a
    Zambia ; Zambian Zambians ; Lusaka
    Zimbabwe ; Zimbabwean Zimbabweans ; Harare
    Soviet Union | USSR ; Soviet Soviets ;
    Yugoslavia ; Yugoslav Yugoslavs ;
    Czechoslovakia ; Czechoslovak ;
    East Germany ; East-German ;
    West Germany ; West-German ;
    Scotland ; Scottish Scot Scots ; Edinburgh | Holyrood
    Wales ; Welsh Welshman ; Cardiff
    England ; English Englishman Englishwoman ;
    Northern Ireland ; Northern-Irish ; Belfast | Stormont
    """

  /// Adjectives and demonyms of peoples, regions, continents and religions that are no country's: never a name by themselves.
  static let otherDemonyms: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    european europeans african africans asian asians arab arabs arabic latin latino latinos hispanic hispanics caucasian western
    westerner westerners korean koreans lankan lankans zealander zealanders rican ricans verdean leonean timorese eastern northern southern nordic scandinavian baltic balkan slavic kurdish kurd kurds tibetan tibetans uighur
    uighurs uyghur uyghurs chechen chechens tatar tatars crimean roma gypsy basque catalan catalans flemish walloon bavarian
    sicilian corsican californian californians texan texans floridian alaskan hawaiian yorker yorkers londoner londoners
    parisian parisians berliner muscovite muscovites gazan gazans rohingya hutu tutsi pashtun hazara bedouin maori aboriginal inuit
    native jew jews jewish muslim muslims islamic islam islamist islamists christian christians christianity catholic catholics
    protestant protestants orthodox anglican evangelical evangelicals baptist methodist mormon mormons lutheran presbyterian hindu hindus
    hinduism buddhist buddhists buddhism sikh sikhs sunni sunnis shia shias shiite shiites shi'ite alawite alawites druze yazidi yazidis
    coptic copts zionist zionists salafi wahhabi marxist leninist communist communists nazi nazis fascist
    democrat democrats democratic republican republicans tory tories conservative conservatives liberal liberals labour socialist
    socialists greens libertarian libertarians independent independents brexiteer brexiteers
    gentile semitic anti-semitic antisemitic victorian roman medieval byzantine ottoman mediterranean caribbean transatlantic
    atlantic pacific arctic antarctic olympic olympian keynesian kafkaesque shakespearean freudian darwinian orwellian
    scandinavians eurasian iberian anglo afro hellenic persian israelite hebrew mandarin cantonese urdu hindi bengali punjabi tamil tamils
    farsi pashto swahili zulu afrikaans yiddish gaelic sinhalese javanese balinese sichuan siberian
    """

  /// One place a line, its names separated by `|`.
  static let regions: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    Alabama
    Alaska
    Arizona
    Arkansas
    California
    Colorado
    Connecticut
    Delaware
    Florida
    Hawaii
    Idaho
    Illinois
    Indiana
    Iowa
    Kansas
    Kentucky
    Louisiana
    Maine
    Maryland
    Massachusetts
    Michigan
    Minnesota
    Mississippi
    Missouri
    Montana
    Nebraska
    Nevada
    New Hampshire
    New Jersey
    New Mexico
    New York | New York City | NYC
    North Carolina
    North Dakota
    Ohio
    Oklahoma
    Oregon
    Pennsylvania
    Rhode Island
    South Carolina
    South Dakota
    Tennessee
    Texas
    Utah
    Vermont
    Virginia
    Washington state | Washington State
    West Virginia
    Wisconsin
    Wyoming
    District of Columbia
    Puerto Rico
    Guam
    Ontario
    Quebec
    British Columbia
    Alberta
    Saskatchewan
    Manitoba
    Nova Scotia
    New Brunswick
    Newfoundland
    New South Wales
    Queensland
    Tasmania
    Northern Territory
    Western Australia
    South Australia
    Europe
    Asia
    Africa
    North America
    South America
    Latin America
    Central America
    Antarctica
    Middle East | Mideast
    Far East
    North Africa
    West Africa
    East Africa
    Southeast Asia | South-East Asia
    South Asia
    Central Asia
    Eastern Europe
    Western Europe
    Central Europe
    Balkans
    Baltics
    Caucasus
    Scandinavia
    Caribbean
    Sahel
    Sahara
    Maghreb
    Levant
    Siberia
    Arctic
    Arctic Ocean
    Atlantic | Atlantic Ocean
    Pacific | Pacific Ocean
    Indian Ocean
    Mediterranean | Mediterranean Sea
    Baltic Sea
    Black Sea
    Red Sea
    Caspian Sea
    North Sea
    South China Sea
    East China Sea
    Persian Gulf
    Gulf of Mexico
    Gulf of Aden
    English Channel
    Strait of Hormuz
    Suez Canal
    Panama Canal
    Himalayas
    Alps
    Andes
    Crimea | Crimean Peninsula | Crimean peninsula
    Donbas | Donbass
    Donetsk
    Luhansk | Lugansk
    Kherson
    Zaporizhzhia | Zaporizhia
    Mariupol
    Chechnya
    Dagestan
    Abkhazia
    South Ossetia
    Nagorno-Karabakh
    Transnistria
    Kashmir
    Punjab
    Tibet
    Xinjiang
    Hong Kong
    Macau | Macao
    Inner Mongolia
    Guangdong
    Sichuan
    Yunnan
    Hubei
    Kurdistan
    Gaza | Gaza Strip
    West Bank
    Golan Heights
    Sinai | Sinai Peninsula
    East Jerusalem
    Darfur
    Tigray
    Somaliland
    Western Sahara
    Zanzibar
    Catalonia
    Basque Country
    Andalusia
    Galicia
    Bavaria
    Saxony
    Brandenburg
    Hesse
    North Rhine-Westphalia
    Lower Saxony
    Baden-Wuerttemberg | Baden-Wurttemberg
    Brittany
    Normandy
    Provence
    Corsica
    Sicily
    Sardinia
    Tuscany
    Lombardy
    Flanders
    Wallonia
    Cornwall
    Yorkshire
    Kent
    Essex
    Lancashire
    Gibraltar
    Falkland Islands | Falklands
    Bermuda
    Greenland
    Faroe Islands
    Svalbard
    Cayman Islands
    Virgin Islands
    Guantanamo Bay | Guantanamo
    Bali
    Java
    Sumatra
    Aceh
    Borneo
    Papua
    Mindanao
    Okinawa
    Fukushima
    Hokkaido
    Silicon Valley
    Wall Street
    Oval Office
    Rose Garden
    Situation Room
    Hollywood
    Manhattan
    Brooklyn
    Queens
    Bronx
    Staten Island
    Long Island
    Times Square
    Central Park
    Trafalgar Square
    Red Square
    Tiananmen Square
    Tahrir Square
    Camp David
    Mar-a-Lago
    Auschwitz
    Chernobyl
    Ground Zero
    """

  /// Cities, one a line, names separated by `|`.
  static let cities: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    Los Angeles | LA
    Chicago
    Houston
    Phoenix
    Philadelphia
    San Antonio
    San Diego
    Dallas
    San Jose
    Austin
    San Francisco
    Columbus
    Indianapolis
    Charlotte
    Seattle
    Denver
    Boston
    Nashville
    Detroit
    Portland
    Las Vegas
    Memphis
    Baltimore
    Milwaukee
    Albuquerque
    Tucson
    Fresno
    Sacramento
    Kansas City
    Atlanta
    Miami
    Oakland
    Minneapolis
    Tulsa
    Cleveland
    New Orleans
    Tampa
    Honolulu
    Pittsburgh
    Cincinnati
    St Louis | Saint Louis
    St Paul
    Orlando
    Buffalo
    Newark
    Anchorage
    Fairbanks
    Juneau
    Salt Lake City
    Charlottesville
    Ferguson
    Cupertino
    Mountain View
    Palo Alto
    Redmond
    Toronto
    Montreal
    Vancouver
    Calgary
    Edmonton
    Winnipeg
    Halifax
    Manchester
    Birmingham
    Liverpool
    Leeds
    Sheffield
    Bristol
    Glasgow
    Newcastle
    Nottingham
    Leicester
    Southampton
    Plymouth
    Salisbury
    Oxford
    Cambridge
    Brighton
    Aberdeen
    Londonderry
    Cork
    Galway
    Marseille
    Lyon
    Toulouse
    Nice
    Nantes
    Strasbourg
    Bordeaux
    Lille
    Calais
    Cannes
    Hamburg
    Munich
    Cologne
    Frankfurt
    Stuttgart
    Dusseldorf | Duesseldorf
    Leipzig
    Dresden
    Hanover
    Nuremberg
    Bremen
    Bonn
    Potsdam
    Davos
    Zurich
    Geneva
    Basel
    Lausanne
    Salzburg
    Milan
    Naples
    Turin
    Palermo
    Genoa
    Bologna
    Florence
    Venice
    Verona
    Lampedusa
    Barcelona
    Valencia
    Seville
    Bilbao
    Malaga
    Porto
    Amsterdam
    Rotterdam
    Antwerp
    Ghent
    Bruges
    Gothenburg
    Malmo
    Bergen
    Trondheim
    Aarhus
    Turku
    Tartu
    Kaunas
    Krakow
    Gdansk
    Wroclaw
    Lodz
    Poznan
    Lviv | Lvov
    Kharkiv | Kharkov
    Odesa | Odessa
    Dnipro
    Sevastopol
    Simferopol
    Bucha
    St Petersburg | Saint Petersburg
    Novosibirsk
    Yekaterinburg
    Kazan
    Sochi
    Grozny
    Vladivostok
    Murmansk
    Kaliningrad
    Volgograd
    Beslan
    Istanbul
    Izmir
    Adana
    Gaziantep
    Diyarbakir
    Thessaloniki
    Aleppo
    Homs
    Idlib
    Raqqa
    Palmyra
    Latakia
    Deir ez-Zor | Deir al-Zor
    Kobani | Kobane
    Afrin
    Douma
    Ghouta | Eastern Ghouta
    Mosul
    Basra
    Fallujah
    Kirkuk
    Erbil | Irbil
    Tikrit
    Najaf
    Karbala
    Isfahan
    Natanz
    Mashhad
    Bandar Abbas
    Tel Aviv
    Haifa
    Bethlehem
    Hebron
    Nablus
    Jenin
    Rafah
    Khan Younis
    Jeddah
    Mecca
    Medina
    Dubai
    Sharjah
    Aden
    Hodeidah
    Alexandria
    Giza
    Port Said
    Sharm el-Sheikh
    Benghazi
    Misrata
    Casablanca
    Marrakesh
    Fez
    Oran
    Lagos
    Kano
    Maiduguri
    Port Harcourt
    Kumasi
    Mombasa
    Dar es Salaam
    Goma
    Lubumbashi
    Johannesburg
    Cape Town
    Durban
    Soweto
    Bulawayo
    Timbuktu
    Dabaab
    Karachi
    Lahore
    Peshawar
    Rawalpindi
    Quetta
    Abbottabad
    Kandahar
    Herat
    Helmand
    Kunduz
    Jalalabad
    Mazar-i-Sharif
    Mumbai | Bombay
    Kolkata | Calcutta
    Chennai | Madras
    Bangalore | Bengaluru
    Hyderabad
    Ahmedabad
    Pune
    Srinagar
    Amritsar
    Bhopal
    Lucknow
    Varanasi
    Chittagong
    Mandalay
    Yangon | Rangoon
    Chiang Mai
    Phuket
    Ho Chi Minh City | Saigon
    Da Nang
    Cebu
    Davao
    Surabaya
    Penang
    Shanghai
    Guangzhou
    Shenzhen
    Tianjin
    Chongqing
    Wuhan
    Chengdu
    Nanjing
    Hangzhou
    Xi'an
    Qingdao
    Dalian
    Harbin
    Urumqi
    Lhasa
    Osaka
    Kyoto
    Yokohama
    Nagoya
    Kobe
    Sapporo
    Hiroshima
    Nagasaki
    Sendai
    Busan
    Incheon
    Sydney
    Melbourne
    Brisbane
    Perth
    Adelaide
    Darwin
    Hobart
    Auckland
    Christchurch
    Rio de Janeiro | Rio
    Sao Paulo
    Recife
    Salvador da Bahia
    Porto Alegre
    Belo Horizonte
    Rosario
    Cordoba
    Mendoza
    Valparaiso
    Medellin
    Cali
    Guayaquil
    Cusco
    Maracaibo
    Tijuana
    Ciudad Juarez
    Guadalajara
    Monterrey
    Cancun
    Acapulco
    Oaxaca
    Veracruz
    San Juan
    Santa Fe
    Santa Monica
    Santa Barbara
    El Paso
    Fort Worth
    Fort Lauderdale
    West Palm Beach
    Palm Beach
    Long Beach
    Virginia Beach
    Colorado Springs
    Baton Rouge
    Little Rock
    Des Moines
    St Petersburg
    Heathrow
    Gatwick
    Lockerbie
    Srebrenica
    Vukovar
    Mostar
    Split
    Dubrovnik
    Novi Sad
    Varna
    Plovdiv
    Cluj
    Constanta
    Timisoara
    Debrecen
    Brno
    Kosice
    Graz
    Linz
    Innsbruck
    Maastricht
    Ypres
    Reims
    Versailles
    Avignon
    """

  /// Last words of place names: "Orange County", "Arabian Sea".
  static let heads: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    river sea ocean lake island islands peninsula valley mountain mountains desert county province district street avenue road boulevard
    square bay gulf strait canal city town village township beach park forest creek falls harbour harbor airport heights hills coast
    prefecture oblast governorate canyon glacier volcano ridge border crossing highway bridge
    lane drive parkway plaza
    """

  /// First words of place names: "Lake Michigan", "Mount Everest", "Fort Hood".
  static let prefixes: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    lake mount mt fort cape camp port san santa santo los las saint st sao rio
    """
}
